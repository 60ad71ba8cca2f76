import type { RefusalCode } from '../../../shared/contract/refusals.ts'

export interface Explanation {
  readonly what: string
  readonly safe: string
  readonly next: string
}

/** What a refusal of the desk means to the person before it. */
export const refusalTexts: Record<RefusalCode, Explanation> = {
  NOT_FOUND: {
    what: 'That is no longer there.',
    safe: 'Somebody took it away; nothing else changed.',
    next: 'Look for it in the lists again.',
  },
  NO_PERSON: {
    what: 'The desk does not know who you are.',
    safe: 'Nothing was changed.',
    next: 'Say who works here, then try again.',
  },
  BEHIND: {
    what: 'The story went on in another window.',
    safe: 'Your words are kept here.',
    next: 'They are sent again by themselves.',
  },
  STEP_REFUSED: {
    what: 'The desk could not take that change.',
    safe: 'Everything saved before is safe.',
    next: 'Undo the last change, or copy it out and open the story again.',
  },
  UNKNOWN_CLAIM: {
    what: 'That change names a claim that the story does not have.',
    safe: 'Everything saved before is safe.',
    next: 'Undo it and tag the words again.',
  },
  WORDS_MOVED: {
    what: 'The words moved while you were checking them.',
    safe: 'The claim was not settled.',
    next: 'Look at the words again, then settle.',
  },
  REASON_WANTED: {
    what: 'Not a fact wants a reason.',
    safe: 'The claim was not settled.',
    next: 'Say in a few words why there is nothing to check.',
  },
  NOT_IN_TEXT: {
    what: 'The claim is not in the text.',
    safe: 'Its history and backup are kept.',
    next: 'Put it back on its words first.',
  },
  NOTHING_TO_TAKE_BACK: {
    what: 'There is nothing of yours to take back in this story.',
    safe: 'Nothing was changed.',
    next: 'Set the claim to Unchecked if somebody else settled it.',
  },
  IN_USE: {
    what: 'Something still needs it.',
    safe: 'Nothing was removed.',
    next: 'Take it off the claims that rest on it first.',
  },
  TAKEN: {
    what: 'That name is taken.',
    safe: 'Nothing was changed.',
    next: 'Choose another.',
  },
  UNREADABLE: {
    what: 'That file cannot be read.',
    safe: 'Nothing was imported, and the file is as it was.',
    next: 'Bring it as plain text, Markdown, HTML or Stet JSON.',
  },
  TOO_LARGE: {
    what: 'That file is too large.',
    safe: 'Nothing was stored.',
    next: 'Bring a smaller part of it.',
  },
  ARCHIVED: {
    what: 'The story is archived.',
    safe: 'It is kept as it was.',
    next: 'Restore it first.',
  },
  EDITORS_ONLY: {
    what: 'Only an editor can do that.',
    safe: 'Nothing was struck or deleted.',
    next: 'Ask somebody whose role here is editor.',
  },
  NOT_YOURS: {
    what: 'That is for people of another role here.',
    safe: 'Nothing was changed.',
    next: 'Ask somebody in that role, or change yours among the people of this desk.',
  },
  REASON_UNFIT: {
    what: 'A reason is wanted that does not hold the words themselves.',
    safe: 'Nothing was struck or deleted.',
    next: 'Say why without the name: the reason is kept.',
  },
  TOO_SHORT: {
    what: 'So few letters stand in everything.',
    safe: 'Nothing was struck.',
    next: 'Give more of the name.',
  },
  STRUCK: {
    what: 'Words were struck from the story since it was opened here.',
    safe: 'Everything saved before is safe.',
    next: 'The story is opened anew by itself.',
  },
  TAKEN_BACK: {
    what: 'The desk was taken back to a backup.',
    safe: 'This was not written; what you typed is still here.',
    next: 'Copy it out, then open the window again.',
  },
  NOT_SAVED: {
    what: 'The disk did not take it.',
    safe: 'Everything saved before is safe; this was not written.',
    next: 'See whether the disk is full, then try again.',
  },
}

export const errorsStrings = {
  unknown: {
    what: 'That did not work; the fault is ours.',
    safe: 'Everything saved before is safe.',
    next: 'Try again. If it happens twice, the desk’s log says more.',
  },
  closed: {
    what: 'The desk cannot be reached.',
    safe: 'Everything saved before is safe.',
    next: 'Stet keeps trying; once it is back, do it again.',
  },
  badInput: {
    what: 'The desk could not make sense of that.',
    safe: 'Nothing was changed.',
    next: 'Check what was entered and try again.',
  },
  loadStories: 'The stories could not be read',
  loadSources: 'The sources could not be read',
  loadStory: 'The story could not be opened',
  crashed: {
    title: 'This part of the window broke',
    text: 'The fault is ours. What was saved is safe at the desk; open the window again to go on.',
    reload: 'Open the window again',
  },
}
