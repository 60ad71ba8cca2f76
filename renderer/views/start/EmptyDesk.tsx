import { FileDown, FlaskConical, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { newRequestId } from '../../../shared/model/ids.ts'
import { useCommands } from '../../app/commands.ts'
import { useStoryCommands } from '../../app/story-commands.ts'
import { strings } from '../../ui/strings.ts'
import { TourOffer } from '../tour/TourOffer.tsx'
import styles from './start.module.css'

/** The middle while no story is open. */
export function EmptyDesk({ hasStories }: { hasStories: boolean }) {
  const commands = useCommands()
  const stories = useStoryCommands()
  return (
    <div className={styles.empty}>
      <div className={styles.welcome}>
        <h1 className={styles.title}>{hasStories ? strings.start.choose : strings.start.title}</h1>
        <p className={styles.lead}>{hasStories ? strings.start.chooseLead : strings.start.lead}</p>
        <ul className={styles.offers}>
          <Offer
            icon={<Plus size={18} />}
            title={strings.start.new}
            about={strings.start.newAbout}
            onChoose={() => commands.run('newStory')}
          />
          <Offer
            icon={<FileDown size={18} />}
            title={strings.start.import}
            about={strings.start.importAbout}
            onChoose={() => commands.run('import')}
          />
          {hasStories ? null : (
            <Offer
              icon={<FlaskConical size={18} />}
              title={strings.start.sample}
              about={strings.start.sampleAbout}
              onChoose={() => void stories.addSample(newRequestId())}
            />
          )}
        </ul>
        {hasStories ? null : <TourOffer />}
      </div>
    </div>
  )
}

function Offer({
  icon,
  title,
  about,
  onChoose,
}: {
  icon: ReactNode
  title: string
  about: string
  onChoose: () => void
}) {
  return (
    <li>
      <button type="button" className={styles.offer} onClick={onChoose}>
        <span className={styles.offerIcon} aria-hidden="true">
          {icon}
        </span>
        <span className={styles.offerTitle}>{title}</span>
        <span className={styles.offerAbout}>{about}</span>
      </button>
    </li>
  )
}
