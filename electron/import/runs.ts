import type { Mark, Node } from 'prosemirror-model'
import { schema } from '../../shared/document/schema.ts'

/** A run of words with its marks, white space still as it came; or a reference, which has no words. */
interface Run {
  text: string
  readonly marks: readonly Mark[]
  readonly reference: Node | null
}

/** The words of one block of text, gathered run by run. */
export class Runs {
  #runs: Run[] = []

  add(text: string, marks: readonly Mark[]): void {
    if (text !== '') this.#runs.push({ text, marks, reference: null })
  }

  addReference(reference: Node): void {
    this.#runs.push({ text: '', marks: [], reference })
  }

  isBlank(): boolean {
    return this.#runs.every((run) => run.text.trim() === '' && run.reference === null)
  }

  /**
   * The text nodes, white space as a page shows it: runs of it are one space, none is at the edges. A no-break
   * space between two words stays, for it was put there.
   */
  take(): Node[] {
    const runs = this.#runs
    this.#runs = []
    let endsInSpace = true
    for (const run of runs) {
      run.text = run.text.replace(/\s*[^\S\u00a0\u202f\u2007]\s*|[\u00a0\u202f\u2007]{2,}/gu, ' ')
      if (endsInSpace) run.text = run.text.trimStart()
      if (run.text !== '') endsInSpace = /\s$/u.test(run.text)
    }
    while (runs.length > 0) {
      const last = runs[runs.length - 1]
      if (!last || last.reference) break
      last.text = last.text.trimEnd()
      if (last.text !== '') break
      runs.pop()
    }
    return runs.flatMap((run) =>
      run.reference ? [run.reference] : run.text === '' ? [] : [schema.text(run.text, run.marks)],
    )
  }
}
