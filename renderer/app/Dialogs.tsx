import { exhaustive } from '../../shared/lib/assert.ts'
import { openStory } from '../state/open-story.ts'
import { useStore } from '../state/store.ts'
import { windowState } from '../state/window.ts'
import { MovedDialog, ReasonDialog, ReasonForSeveralDialog } from '../views/claims/ClaimDialogs.tsx'
import { GiveDialog } from '../views/claims/GiveDialog.tsx'
import { SettledDialog } from '../views/claims/SettledDialog.tsx'
import { BackupsDialog } from '../views/desk/BackupsDialog.tsx'
import { RulesDialog } from '../views/desk/RulesDialog.tsx'
import { FirstPassDialog } from '../views/first-pass/FirstPassDialog.tsx'
import { LetPassDialog } from '../views/gate/LetPassDialog.tsx'
import { PeopleDialog } from '../views/people/PeopleDialog.tsx'
import { LanguageDialog } from '../views/stories/LanguageDialog.tsx'
import { SlugDialog } from '../views/stories/SlugDialog.tsx'
import { PrintDialog } from '../views/story/PrintDialog.tsx'
import { DeleteStoryDialog } from '../views/striking/DeleteStoryDialog.tsx'
import { StrikeDialog } from '../views/striking/StrikeDialog.tsx'
import { TrailDialog } from '../views/trail/TrailDialog.tsx'
import { ExportDialog } from '../views/transfer/ExportDialog.tsx'
import { ImportDialog } from '../views/transfer/ImportDialog.tsx'
import { ReceiptDialog } from '../views/transfer/ReceiptDialog.tsx'
import { WindowLanguageDialog } from '../views/window/WindowLanguageDialog.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { Palette } from './Palette.tsx'

/** The dialog that stands open, if one does. */
export function Dialogs() {
  const dialog = useStore(windowState, (now) => now.dialog)
  const session = useStore(openStory, (now) => (now.kind === 'open' ? now.session : null))
  if (!dialog) return null
  switch (dialog.kind) {
    case 'import':
      return <ImportDialog />
    case 'receipt':
      return <ReceiptDialog key={dialog.storyId} storyId={dialog.storyId} fresh={dialog.receipt} />
    case 'export':
      return <ExportDialog storyId={dialog.storyId} />
    case 'print':
      return session ? <PrintDialog session={session} /> : null
    case 'trail':
      return (
        <TrailDialog
          storyId={dialog.storyId}
          {...(dialog.claimNumber === undefined ? {} : { claimNumber: dialog.claimNumber })}
        />
      )
    case 'slug':
      return <SlugDialog storyId={dialog.storyId} slug={dialog.slug} />
    case 'language':
      return <LanguageDialog storyId={dialog.storyId} language={dialog.language} />
    case 'people':
      return <PeopleDialog />
    case 'backups':
      return <BackupsDialog />
    case 'firstPassRules':
      return <FirstPassDialog />
    case 'rules':
      return <RulesDialog />
    case 'strike':
      return <StrikeDialog />
    case 'deleteStory':
      return <DeleteStoryDialog storyId={dialog.storyId} slug={dialog.slug} />
    case 'windowLanguage':
      return <WindowLanguageDialog />
    case 'palette':
      return <Palette />
    case 'keys':
      return <KeysDialog />
    case 'reason':
      return session ? <ReasonDialog session={session} asked={dialog} /> : null
    case 'reasonForSeveral':
      return session ? <ReasonForSeveralDialog session={session} asked={dialog} /> : null
    case 'settledMeanwhile':
      return session ? <SettledDialog session={session} asked={dialog} /> : null
    case 'letPass':
      return session ? <LetPassDialog session={session} asked={dialog} /> : null
    case 'give':
      return session ? <GiveDialog session={session} claimId={dialog.claimId} /> : null
    case 'moved':
      return session ? <MovedDialog session={session} moved={dialog} /> : null
    default:
      return exhaustive(dialog)
  }
}
