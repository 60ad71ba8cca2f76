/** A statement in the text that nobody has worked on, as JSON; whatever is given is otherwise. */
export function claimJson<Given extends { id: string; storyId: string; number: number; taggedBy: string }>(
  given: Given & Record<string, unknown>,
) {
  return {
    kind: 'statement',
    presence: 'inText',
    words: '',
    speaker: null,
    status: 'unchecked',
    settling: null,
    assigneeId: null,
    note: '',
    isLegal: false,
    copiedFrom: null,
    backup: [],
    taggedAtMs: 1_700_000_000_000,
    revision: 0,
    ...given,
  }
}
