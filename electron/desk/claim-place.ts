import type { Node } from 'prosemirror-model'
import { anchorPlace } from '../../shared/document/place.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { StoryRow } from '../store/stories.ts'
import type { Act } from './act.ts'
import type { Core } from './core.ts'

/** A claim with the place where it stands, as far as its settling remembers one to compare it with. */
export function withPlace(claim: Claim, document: Node): Claim {
  const isCompared = claim.presence === 'inText' && claim.settling !== null && claim.settling.place !== null
  const place = isCompared ? anchorPlace(document, claim.id) : null
  return place === null && claim.place === null ? claim : { ...claim, place }
}

/** The document that a claim stands in now. */
export async function documentOf(core: Core, act: Act, story: StoryRow): Promise<Node> {
  const { document } = await core.documents.at(act.tx, story.id as Claim['storyId'], story.version)
  return document
}
