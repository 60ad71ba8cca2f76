import type { TrailFormat } from '../../../shared/model/export.ts'
import { formatNumber, plural } from '../format.ts'
import { inLanguage } from './in-language.ts'

export const trailStrings = inLanguage({
  en: {
    item: 'Trail…',
    claimItem: 'Trail of this claim…',
    title: 'Trail',
    lead: (story: string) => `Who did what to “${story}”, the last first. It is only ever added to.`,
    loading: 'Reading the trail…',
    notRead: 'The trail could not be read',
    claim: 'Claim',
    claimHint: '#12, or words of it',
    person: 'Person',
    anybody: 'Anybody',
    list: 'Events of the trail',
    count: (shown: number, all: number) =>
      shown === all
        ? plural(all, '# event', '# events')
        : `${formatNumber(shown)} of ${formatNumber(all)} events`,
    none: 'Nothing of that stands in the trail.',
    reset: 'Show all events',
    goTo: (number: number) => `Go to claim ${number}`,
    struck: 'What it told was struck.',
    event: (seq: number) => `Event ${formatNumber(seq)}`,
    hash: 'Hash',
    copyHash: 'Copy the hash',
    copied: 'The hash is on the clipboard.',
    save: (as: TrailFormat) => ({ html: 'Save as a page', json: 'Save as JSON' })[as],
    confidential: 'Also what events tell of confidential sources',
    saved: (name: string) => `${name} is saved, with every hash.`,
  },
  de: {
    item: 'Protokoll …',
    claimItem: 'Protokoll dieser Aussage …',
    title: 'Protokoll',
    lead: (story: string) =>
      `Wer was an „${story}“ getan hat, das Letzte zuerst. Es wird nur ergänzt, nie geändert.`,
    loading: 'Das Protokoll wird gelesen …',
    notRead: 'Das Protokoll war nicht zu lesen',
    claim: 'Aussage',
    claimHint: '#12 oder Wörter daraus',
    person: 'Person',
    anybody: 'Alle',
    list: 'Einträge des Protokolls',
    count: (shown: number, all: number) =>
      shown === all
        ? plural(all, '# Eintrag', '# Einträge')
        : `${formatNumber(shown)} von ${formatNumber(all)} Einträgen`,
    none: 'Davon steht nichts im Protokoll.',
    reset: 'Alle Einträge zeigen',
    goTo: (number: number) => `Zu Aussage ${number}`,
    struck: 'Was hier stand, wurde getilgt.',
    event: (seq: number) => `Eintrag ${formatNumber(seq)}`,
    hash: 'Hash',
    copyHash: 'Hash kopieren',
    copied: 'Der Hash ist in der Zwischenablage.',
    save: (as: TrailFormat) => ({ html: 'Als Seite sichern', json: 'Als JSON sichern' })[as],
    confidential: 'Auch, was Einträge über vertrauliche Quellen sagen',
    saved: (name: string) => `${name} ist gesichert, mit allen Hashes.`,
  },
})
