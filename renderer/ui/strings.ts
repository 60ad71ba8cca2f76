/*
 * Every word of the window, in one place, so that it can be read as one text and translated as one file. That
 * is why it is long. Errors say what happened, what is safe, and what to do.
 */
import type { RefusalCode } from '../../shared/contract/refusals.ts'
import type { Stance } from '../../shared/model/backup.ts'
import type { ClaimKind, Status } from '../../shared/model/claim.ts'
import type { ExportFormat } from '../../shared/model/export.ts'
import type { Role } from '../../shared/model/person.ts'
import type { MissingPart, Receipt } from '../../shared/model/receipt.ts'
import type { SearchHit } from '../../shared/model/search.ts'
import type { Rank, SourceKind, Terms } from '../../shared/model/source.ts'
import type { Stage } from '../../shared/model/story.ts'
import { formatNumber, plural } from './format.ts'

export { statusNames } from '../../shared/model/claim.ts'

export const statusMeanings: Record<Status, string> = {
  unchecked: 'Nobody has looked at it yet',
  queried: 'A question is out; it is not settled',
  confirmed: 'The backup bears it out',
  wrong: 'The backup contradicts it',
  unverified: 'It could neither be confirmed nor refuted',
  onAuthor: 'It stands on the author’s authority',
  notAFact: 'There is nothing to check here',
}

export const kindNames: Record<ClaimKind, string> = { statement: 'Statement', quote: 'Quote' }

export const stageNames: Record<Stage, string> = {
  draft: 'Draft',
  editing: 'Editing',
  checking: 'Checking',
  ready: 'Ready',
  published: 'Published',
  withdrawn: 'Withdrawn',
  killed: 'Killed',
}

export const roleNames: Record<Role, string> = {
  writer: 'Writer',
  checker: 'Checker',
  editor: 'Editor',
  legal: 'Legal',
}

export const sourceKindNames: Record<SourceKind, string> = {
  document: 'Document',
  webPage: 'Web page',
  person: 'Person',
  recording: 'Recording',
  dataSet: 'Data set',
  book: 'Book',
  observation: 'Observation',
}

export const termsNames: Record<Terms, string> = {
  onRecord: 'On record',
  background: 'Background',
  notForAttribution: 'Not for attribution',
  offRecord: 'Off record',
}

export const stanceNames: Record<Stance, string> = {
  supports: 'Supports',
  contradicts: 'Contradicts',
  context: 'Context',
}

export const rankNames: Record<Rank, string> = { primary: 'Primary', secondary: 'Secondary' }

export const hitKindNames: Record<SearchHit['kind'], string> = {
  story: 'Stories',
  claim: 'Claims',
  source: 'Sources',
}

export const missingNames: Record<MissingPart, string> = {
  headline: 'headline',
  byline: 'byline',
  dateline: 'dateline',
  date: 'date',
  address: 'web address',
}

export const receiptFormatNames: Record<Receipt['format'], string> = {
  text: 'plain text',
  markdown: 'Markdown',
  html: 'HTML',
  json: 'Stet JSON',
}

export const exportNames: Record<ExportFormat, { name: string; about: string }> = {
  'docx-backup': {
    name: 'Word, with the backup',
    about: 'Each claim as a comment on its very words: number, status, backup, note.',
  },
  docx: { name: 'Word, clean', about: 'The story alone.' },
  html: { name: 'HTML', about: 'Clean markup, ready to paste into a site.' },
  md: { name: 'Markdown', about: 'For systems that take Markdown.' },
  txt: { name: 'Plain text', about: 'Words only.' },
  json: {
    name: 'Stet JSON',
    about: 'Everything: words, claims, sources, people. Another desk can import it.',
  },
}

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
  NOT_SAVED: {
    what: 'The disk did not take it.',
    safe: 'Everything saved before is safe; this was not written.',
    next: 'See whether the disk is full, then try again.',
  },
}

export const strings = {
  app: {
    name: 'Stet',
    title: (story: string) => `${story} – Stet`,
    skip: 'Skip to the story',
    loading: 'Opening the desk…',
    mainLabel: 'Story',
    leftLabel: 'Stories and search',
    rightLabel: 'Claims',
  },
  common: {
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    add: 'Add',
    undo: 'Undo',
    again: 'Try again',
    showAll: 'Show all',
    showLess: 'Show less',
    nobody: 'Nobody',
    note: 'Note',
  },
  errors: {
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
  },
  connection: {
    lost: 'The desk cannot be reached. What you type is kept here and saved as soon as it is back.',
  },
  person: {
    title: 'Who works here?',
    lead: 'Stet notes who settled what. Your name stays on this desk and leaves it only in exports.',
    name: 'Name',
    namePlaceholder: 'Ada Lovelace',
    initials: 'Initials',
    role: 'Role',
    roleHint: 'Declared, not enforced: everybody at this desk can do everything.',
    start: 'Start work',
    known: 'People at this desk',
    addTitle: 'Somebody new',
    dialogTitle: 'People',
    switchTo: (name: string) => `Work as ${name}`,
    isYou: 'you',
    change: (name: string) => `Change ${name}`,
    added: (name: string) => `${name} was added.`,
    changed: 'The change is in the trail.',
    asYou: (name: string, role: string) => `${name}, ${role}. People at this desk`,
    nowWorking: (name: string) => `You now work as ${name}.`,
  },
  stories: {
    title: 'Stories',
    sources: 'Sources',
    new: 'New story',
    import: 'Import',
    search: 'Search',
    searchPlaceholder: 'Search stories, claims, sources',
    searchLabel: 'Search stories, claims and sources',
    clearSearch: 'Clear the search',
    untitled: 'Untitled',
    archived: (count: number) => `Archived (${formatNumber(count)})`,
    archivedTitle: 'Archived',
    empty: 'No stories yet.',
    left: (open: number, all: number) =>
      all === 0
        ? 'nothing tagged'
        : open === 0
          ? plural(all, '# fact settled', 'all # facts settled')
          : `${formatNumber(open)} of ${formatNumber(all)} left`,
    menu: (slug: string) => `Menu of ${slug}`,
    duplicate: 'Duplicate',
    archive: 'Archive',
    restore: 'Restore',
    stage: 'Stage',
    slug: 'Change slug…',
    receipt: 'Import receipt…',
    export: 'Export…',
    removeSample: 'Remove the sample',
    duplicated: (slug: string) => `Duplicated as ${slug}. Its claims are unchecked.`,
    isArchived: 'This story is archived: it can be read and copied, not changed.',
    archivedUnsaved: 'What was typed here last is not saved yet; restoring the story saves it.',
    archivedToast: (slug: string) => `${slug} is archived.`,
    restored: (slug: string) => `${slug} is back among the stories.`,
    sampleRemoved: 'The sample is gone.',
    stageSet: (stage: string) => `Stage: ${stage}.`,
    sample: 'Sample',
    results: (count: number) => plural(count, '# result', '# results'),
    noResults: (words: string) => `Nothing at this desk matches “${words}”.`,
    noResultsHint: 'Words are looked for in stories, claims and sources; put a phrase in "quotation marks".',
    searching: 'Searching…',
    slugTitle: 'Change slug',
    slugLabel: 'Slug',
    slugHint: 'The name of the story at the desk: lower-case words joined by hyphens.',
  },
  start: {
    title: 'An empty desk',
    lead: 'Bring a story, begin one, or look at how a checked story works.',
    new: 'New story',
    newAbout: 'A blank page',
    import: 'Import',
    importAbout: 'Text, Markdown, HTML or Stet JSON. Drop a file anywhere, or paste.',
    sample: 'Open the sample',
    sampleAbout: 'A short story with claims and sources; it can be removed with one click.',
    choose: 'Choose a story',
    chooseLead: 'Open one from the list, or start another.',
  },
  top: {
    slug: (slug: string) => `Slug: ${slug}. Change it`,
    stage: 'Stage',
    export: 'Export',
    hideMarks: 'Hide marks',
    showMarks: 'Show marks',
    zoomIn: 'Larger text',
    zoomOut: 'Smaller text',
    zoomReset: (percent: string) => `Text size ${percent}; set it to 100 %`,
    theme: 'Light or dark',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    openStories: 'Show stories',
    openClaims: 'Show claims',
    commands: 'All commands',
    more: 'More',
    present: 'Also in this story',
    presentMe: 'You, in another window',
    presentMore: (count: number) => `+${formatNumber(count)}`,
  },
  claims: {
    title: 'Claims',
    filterPlaceholder: 'Filter',
    filterLabel: 'Filter claims by words, speaker or number',
    all: 'All',
    open: 'Left',
    mine: 'Mine',
    removed: 'Removed',
    statusFilter: 'Status',
    kindFilter: 'Kind',
    anyStatus: 'Any status',
    anyKind: 'Any kind',
    list: 'Claims of this story',
    count: (shown: number, all: number) =>
      shown === all ? plural(all, '# claim', '# claims') : `${formatNumber(shown)} of ${formatNumber(all)}`,
    empty: 'No claims yet',
    emptyHint: 'Put the caret in a sentence and press',
    emptyHintAfter: 'to tag it, or select any words and tag them.',
    noMatch: 'No claim matches these filters.',
    resetFilters: 'Show all claims',
    close: 'Close the claim',
    number: (number: number) => `#${number}`,
    wordsLabel: 'Words',
    status: 'Status',
    kind: 'Kind',
    speaker: 'Speaker',
    speakerName: 'Name in the text',
    speakerRole: 'Role',
    speakerSource: 'Person among the sources',
    speakerUnknown: 'Not among the sources',
    assignee: 'Who has it',
    legal: 'Legal',
    legalOn: 'Flagged for legal',
    legalFlag: 'Flag for legal',
    note: 'Note',
    notePlaceholder: 'What the next reader must know',
    inTextGone: 'Removed from the text. Select words and put it back on them.',
    putBack: 'Put back on the selection',
    untag: 'Untag',
    changeSpan: 'Change span to the selection',
    split: 'Split at the caret',
    mergeNext: 'Merge with the next claim',
    show: 'Show in the text',
    actions: 'More for this claim',
    settledBy: (status: string, who: string, when: string) => `${status} by ${who}, ${when}`,
    settledWith: 'Settled with these words',
    wordsSince: 'The words have changed since it was settled',
    settledSame: 'with these very words',
    settled: (number: number, status: string) => `#${number}: ${status}.`,
    takenBack: (number: number) => `#${number}: the last settling is taken back.`,
    untagged: (number: number) => `#${number} is untagged.`,
    untagTooLate: 'The text has changed since.',
    untagTooLateHint: 'Nothing is lost: undo in the text step by step, or tag the words again.',
    merged: (number: number) => `Merged into #${number}.`,
    copiedFrom: 'Copied from an earlier claim; check it afresh.',
    tagged: (who: string, when: string) => `Tagged by ${who}, ${when}`,
    reasonTitle: (number: number) => `Why is #${number} not a fact?`,
    reasonLead: 'The reason is kept with the claim.',
    reasonLabel: 'Reason',
    reasonPlaceholder: 'An opinion, a joke, a question…',
    reasonSave: 'Not a fact',
    movedTitle: 'The words moved',
    movedLead: (number: number) =>
      `#${number} was not settled: its words changed between your look and your key.`,
    movedSeen: 'You saw',
    movedNow: 'It says now',
    movedAgain: 'Look again',
    movedSettle: (status: string) => `${status}, as it says now`,
    legalShort: 'Legal',
    backupCount: (count: number) => plural(count, '# piece of backup', '# pieces of backup'),
  },
  backup: {
    title: 'Backup',
    none: 'No backup yet.',
    add: 'Add backup',
    addAgain: (title: string) => `Attach again: ${title}`,
    noLast: 'No source was attached in this window yet.',
    source: 'Source',
    sourcePlaceholder: 'Title, publisher or person',
    newSource: (title: string) => `New source “${title}”`,
    newSourceKind: 'Kind',
    newSourceUrl: 'Web address',
    changeSource: 'Choose another',
    locator: 'Where in it',
    locatorPlaceholder: 'Page, timestamp, paragraph',
    excerpt: 'Its words',
    excerptPlaceholder: 'Verbatim',
    stance: 'It',
    rank: 'For this claim it is',
    note: 'Note',
    save: 'Save backup',
    added: (title: string) => `Backup added: ${title}.`,
    removed: 'The backup is off the claim.',
    remove: (title: string) => `Remove the backup ${title}`,
    edit: (title: string) => `Change the backup ${title}`,
    confidential: 'Confidential',
    openFile: (name: string) => `Open ${name}`,
    unknown: 'A source that is no longer there',
  },
  sources: {
    title: 'Sources',
    new: 'New source',
    filter: 'Filter sources',
    kind: 'Kind',
    anyKind: 'Any kind',
    onlyConfidential: 'Confidential',
    empty: 'No sources yet',
    emptyHint: 'Documents, pages, people, recordings: whatever claims rest on. Every story shares them.',
    noMatch: 'No source matches these filters.',
    usedBy: (count: number) => (count === 0 ? 'not used' : plural(count, '# claim', '# claims')),
    choose: 'Choose a source',
    chooseHint: 'Its details and files show here.',
    form: 'Source',
    newTitle: 'New source',
    titleField: 'Title',
    publisher: 'Publisher',
    publisherPerson: 'Works for, or speaks for',
    publisherRecording: 'Who speaks',
    url: 'Web address',
    date: 'Date',
    dateHint: 'As the source gives it',
    note: 'Note',
    usualRank: 'Usually',
    confidential: 'Confidential',
    confidentialHint: 'Leaves the desk only as described in print.',
    terms: 'Terms',
    codeName: 'Code name at the desk',
    printAs: 'In print',
    printAsPlaceholder: 'a person familiar with the talks',
    files: 'Files',
    addFiles: 'Add files',
    noFiles: 'No files. Add a scan, a page saved, a recording.',
    openFile: (name: string) => `Open ${name}`,
    removeFile: (name: string) => `Remove ${name}`,
    fileRemoved: (name: string) => `${name} is off the source.`,
    remove: 'Remove source',
    removed: (title: string) => `“${title}” is removed.`,
    inUse: (count: number) =>
      `${plural(count, '# claim rests', '# claims rest')} on it, so it cannot be removed.`,
    added: (title: string) => `“${title}” is in the library.`,
    saved: 'Saved.',
    unsaved: 'Not saved yet',
    fileFirst: 'Save the source first; then files can be added.',
    back: 'Back to the list',
    openUrl: 'Open the address',
    uploading: (name: string) => `Storing ${name}…`,
    count: (shown: number, all: number) =>
      shown === all ? plural(all, '# source', '# sources') : `${formatNumber(shown)} of ${formatNumber(all)}`,
  },
  import: {
    title: 'Import',
    lead: 'Plain text, Markdown, HTML or Stet JSON. Nothing is fetched from the web.',
    choose: 'Choose a file',
    dropHere: 'or drop it anywhere in the window',
    pasteLabel: 'Or paste the text',
    pastePlaceholder: 'Paste the story or its HTML here',
    doPaste: 'Import the pasted text',
    dropTitle: 'Drop to import',
    working: (name: string) => `Reading ${name || 'the text'}…`,
  },
  receipt: {
    title: 'Import receipt',
    from: (name: string, format: string) => (name ? `${name}, read as ${format}` : `Pasted ${format}`),
    kept: 'Kept',
    changed: 'Changed',
    dropped: 'Dropped',
    missing: 'Missing',
    nothingDropped: 'Nothing was dropped.',
    nothingChanged: 'Nothing was changed.',
    nothingMissing: 'Nothing expected is missing.',
    missingLead: (list: string) => `The story has no ${list}.`,
    putAllBack: 'Put dropped parts back',
    putBack: 'Put back',
    isBack: 'back in the story',
    rule: 'Rule',
    put: (count: number) => `${plural(count, '# part is', '# parts are')} back in the story.`,
    open: 'Open the story',
    none: 'This story was not imported.',
    keptItems: {
      headlines: ['# headline', '# headlines'],
      crossheads: ['# crosshead', '# crossheads'],
      paragraphs: ['# paragraph', '# paragraphs'],
      blockquotes: ['# block quotation', '# block quotations'],
      lists: ['# list', '# lists'],
      figures: ['# picture', '# pictures'],
      links: ['# link', '# links'],
      quotedSpans: ['# quoted span', '# quoted spans'],
      words: ['# word', '# words'],
      claims: ['# claim', '# claims'],
      sources: ['# source', '# sources'],
    } satisfies Record<keyof Receipt['kept'], [string, string]>,
  },
  export: {
    title: 'Export',
    format: 'Format',
    confidential: 'Let confidential sources out whole',
    confidentialOff: 'Confidential sources appear only as described in print.',
    confidentialOn:
      'Names, titles, addresses, files and excerpts of confidential sources will be in the file. Whoever gets it can read them.',
    make: 'Export',
    making: 'Making the file…',
    done: (name: string) => `${name} is ready.`,
  },
  status: {
    saved: 'Saved',
    saving: 'Saving…',
    notSaved: 'Not saved',
    notSavedBecause: (reason: string) => `Not saved: ${reason}. It is kept here and tried again.`,
    words: (count: number) => plural(count, '# word', '# words'),
    reading: (minutes: number) => `${formatNumber(minutes)} min`,
    readingLong: (minutes: number) => plural(minutes, '# minute to read', '# minutes to read'),
    left: (open: number) => (open === 0 ? 'no facts left' : plural(open, '# fact left', '# facts left')),
  },
  palette: {
    title: 'Commands',
    placeholder: 'What do you want to do?',
    empty: 'No command matches.',
    stories: 'Stories',
  },
  keys: {
    title: 'Keys',
    lead: 'Single keys act while the caret is outside a text field; chords act everywhere.',
    everywhere: 'In the text',
    outside: 'Outside',
    what: 'What it does',
  },
} as const
