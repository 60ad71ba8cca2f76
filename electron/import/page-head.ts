/** What the head of a page or file says of it; an empty string is "not said". */
export interface PageHead {
  readonly title: string
  readonly socialTitle: string
  readonly description: string
  readonly socialDescription: string
  readonly author: string
  readonly date: string
  /** The page's own address, absolute. */
  readonly address: string
  /** What relative links are resolved against. */
  readonly base: string
  /** As the page names it. */
  readonly language: string
}

export const emptyHead: PageHead = {
  title: '',
  socialTitle: '',
  description: '',
  socialDescription: '',
  author: '',
  date: '',
  address: '',
  base: '',
  language: '',
}
