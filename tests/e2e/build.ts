import { buildWhenStale } from '../../scripts/lib/build.mjs'

/** The window tests look at what is built: from these sources, not from yesterday's. */
export default async function build(): Promise<void> {
  if ((await buildWhenStale()) !== 0) throw new Error('the build failed')
}
