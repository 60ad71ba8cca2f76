import type { SearchHit } from '../../../shared/model/search.ts'
import type { Stage } from '../../../shared/model/story.ts'
import { formatNumber, plural } from '../format.ts'
import { inLanguage } from './in-language.ts'

export const stageNames = inLanguage<Record<Stage, string>>({
  en: {
    draft: 'Draft',
    editing: 'Editing',
    checking: 'Checking',
    ready: 'Ready',
    published: 'Published',
    withdrawn: 'Withdrawn',
    killed: 'Killed',
  },
  de: {
    draft: 'Entwurf',
    editing: 'Redigatur',
    checking: 'Faktencheck',
    ready: 'Druckreif',
    published: 'Publiziert',
    withdrawn: 'Zurückgezogen',
    killed: 'Gekippt',
  },
})

export const hitKindNames = inLanguage<Record<SearchHit['kind'], string>>({
  en: {
    story: 'Stories',
    claim: 'Claims',
    source: 'Sources',
  },
  de: {
    story: 'Beiträge',
    claim: 'Aussagen',
    source: 'Quellen',
  },
})

export const storiesStrings = inLanguage({
  en: {
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
  },
  de: {
    title: 'Beiträge',
    sources: 'Quellen',
    new: 'Neuer Beitrag',
    import: 'Importieren',
    search: 'Suche',
    searchPlaceholder: 'Beiträge, Aussagen, Quellen',
    searchLabel: 'Beiträge, Aussagen und Quellen durchsuchen',
    clearSearch: 'Suche leeren',
    untitled: 'Ohne Titel',
    archived: (count: number) => `Archiv (${formatNumber(count)})`,
    archivedTitle: 'Archiv',
    empty: 'Noch keine Beiträge.',
    left: (open: number, all: number) =>
      all === 0
        ? 'nichts markiert'
        : open === 0
          ? plural(all, '# Aussage geklärt', 'alle # Aussagen geklärt')
          : `${formatNumber(open)} von ${formatNumber(all)} offen`,
    menu: (slug: string) => `Menü von ${slug}`,
    duplicate: 'Duplizieren',
    archive: 'Archivieren',
    restore: 'Aus dem Archiv holen',
    stage: 'Stand',
    slug: 'Slug ändern …',
    language: 'Sprache …',
    receipt: 'Importbericht …',
    export: 'Exportieren …',
    removeSample: 'Beispiel entfernen',
    duplicated: (slug: string) => `Dupliziert als ${slug}. Die Aussagen darin sind ungeprüft.`,
    isArchived: 'Dieser Beitrag ist archiviert: Er lässt sich lesen und kopieren, nicht ändern.',
    archivedUnsaved:
      'Was hier zuletzt getippt wurde, ist noch nicht gespeichert; wird der Beitrag aus dem Archiv geholt, wird es gespeichert.',
    archivedToast: (slug: string) => `${slug} ist archiviert.`,
    restored: (slug: string) => `${slug} steht wieder bei den Beiträgen.`,
    sampleRemoved: 'Das Beispiel ist weg.',
    stageSet: (stage: string) => `Stand: ${stage}.`,
    sample: 'Beispiel',
    results: (count: number) => plural(count, '# Treffer', '# Treffer'),
    noResults: (words: string) => `Nichts an diesem Desk passt zu „${words}“.`,
    noResultsHint:
      'Gesucht wird in Beiträgen, Aussagen und Quellen; eine Wendung gehört in "Anführungszeichen".',
    searching: 'Wird gesucht …',
    languageTitle: 'Sprache des Beitrags',
    languageLabel: 'Sprache',
    languageHint: 'In ihr wird die Rechtschreibung geprüft, und Exporte nennen sie.',
    languageUnknown: 'Keine Angabe',
    slugTitle: 'Slug ändern',
    slugLabel: 'Slug',
    slugHint: 'So heißt der Beitrag am Desk: kleingeschriebene Wörter, mit Bindestrichen verbunden.',
  },
})

export const startStrings = inLanguage({
  en: {
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
  },
  de: {
    title: 'Ein leerer Desk',
    lead: 'Bringen Sie einen Beitrag mit, beginnen Sie einen, oder sehen Sie sich an, wie ein geprüfter funktioniert.',
    new: 'Neuer Beitrag',
    newAbout: 'Eine leere Seite',
    import: 'Importieren',
    importAbout: 'Text, Markdown, HTML oder Stet-JSON. Datei irgendwo fallen lassen oder Text einfügen.',
    sample: 'Beispiel öffnen',
    sampleAbout: 'Ein kurzer Beitrag mit Aussagen und Quellen. Ein Klick entfernt ihn.',
    choose: 'Beitrag auswählen',
    chooseLead: 'Öffnen Sie einen aus der Liste, oder beginnen Sie einen neuen.',
  },
})
