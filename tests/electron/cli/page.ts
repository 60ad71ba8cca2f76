/**
 * A page as a reader copies it out of a browser, of our own writing: headline, crossheads, quotations with
 * their attributions between, and the junk that stands below.
 */
export const page = `Harbour Town Reopens Its Tram Line After Forty Years

The tram line between the fish market and the old lighthouse carried its first passengers in four decades on Saturday, after a vote that nobody in the town hall had expected to win. The line runs for 6.2 kilometres and has eleven stops.

The council voted 14 to 9 in March to spend 41 million crowns on the rebuilding. The work was finished nineteen days early, the town’s engineer said.

“My father drove the last tram in 1985,” said Ida Brandt, who drove the first one on Saturday. “I kept his whistle in a drawer.”

A Vote Nobody Expected

The plan had failed twice before, in 2009 and in 2016. Both times the harbour company argued that the rails would block its cranes.

This time the company changed its mind. Its director, Jonas Helm, called the new route “a fair bargain for both sides,” and moved two of its gates.

“We measured every crane again,” Helm said. “There are forty centimetres to spare, and forty is enough.”

Opponents still call the line too dear. The retired teacher Marta Oss, who collected 3,100 signatures against it, said the money belonged in “roofs, not rails.”

What It Costs

A ticket costs 12 crowns, the same as on the buses. Children under seven ride for nothing.

The trams were built in 2023 and hold 90 people each. There are five of them, and one is always in the workshop.

“Five is one too few on market days,” said the union’s secretary, Pelle Dahl. “We have told them so in writing.”

Whether the line will pay for itself depends on the ferry, which the county may close next year.

Comments

View All →
Loading town posts...

Ads Placement
`

/** The five quotes of {@link page}, each from its first quotation mark to its last, with who says it. */
export const quotes: readonly { words: string; speaker: string }[] = [
  {
    words:
      '“My father drove the last tram in 1985,” said Ida Brandt, who drove the first one on Saturday. “I kept his whistle in a drawer.”',
    speaker: 'Ida Brandt',
  },
  { words: '“a fair bargain for both sides,”', speaker: 'Jonas Helm' },
  {
    words:
      '“We measured every crane again,” Helm said. “There are forty centimetres to spare, and forty is enough.”',
    speaker: 'Jonas Helm',
  },
  { words: '“roofs, not rails.”', speaker: 'Marta Oss' },
  {
    words:
      '“Five is one too few on market days,” said the union’s secretary, Pelle Dahl. “We have told them so in writing.”',
    speaker: 'Pelle Dahl',
  },
]

/** Ten statements of {@link page} that can be checked; one stands in the headline. */
export const statements: readonly string[] = [
  'Reopens Its Tram Line After Forty Years',
  'The line runs for 6.2 kilometres and has eleven stops.',
  'The council voted 14 to 9 in March',
  '41 million crowns',
  'The work was finished nineteen days early',
  'The plan had failed twice before, in 2009 and in 2016.',
  'who collected 3,100 signatures against it',
  'A ticket costs 12 crowns',
  'The trams were built in 2023 and hold 90 people each.',
  'the county may close next year',
]

/** How many stretches of {@link page} stand between quotation marks. */
export const quotedSpans = 8

/** The lines of {@link page} that are no part of its story. */
export const junk: readonly string[] = ['Comments', 'View All →', 'Loading town posts...', 'Ads Placement']

export const crossheads = 2
export const bodyParagraphs = 11
