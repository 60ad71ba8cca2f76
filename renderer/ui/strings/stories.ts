import type { SearchHit } from '../../../shared/model/search.ts'
import type { Stage } from '../../../shared/model/story.ts'
import { formatNumber, plural } from '../format.ts'

export const stageNames: Record<Stage, string> = {
  draft: 'Draft',
  editing: 'Editing',
  checking: 'Checking',
  ready: 'Ready',
  published: 'Published',
  withdrawn: 'Withdrawn',
  killed: 'Killed',
}

export const hitKindNames: Record<SearchHit['kind'], string> = {
  story: 'Stories',
  claim: 'Claims',
  source: 'Sources',
}

export const storiesStrings = {
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
  language: 'Language…',
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
  languageTitle: 'Language of the story',
  languageLabel: 'Language',
  languageHint: 'Spelling is checked in it, and exports name it.',
  languageUnknown: 'Not said',
  slugTitle: 'Change slug',
  slugLabel: 'Slug',
  slugHint: 'The name of the story at the desk: lower-case words joined by hyphens.',
}

export const startStrings = {
  title: 'An empty desk',
  lead: 'Bring a story, begin one, or look at how a checked story works.',
  new: 'New story',
  newAbout: 'A blank page',
  import: 'Import',
  importAbout: 'Text, Markdown, HTML or Stet JSON. Drop a file anywhere, or paste.',
  sample: 'Open the sample',
  sampleAbout: 'A short story with claims and sources. One click removes it.',
  choose: 'Choose a story',
  chooseLead: 'Open one from the list, or start another.',
}
