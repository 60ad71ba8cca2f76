/** The stories whose text is not indexed yet are found without reading all the others: before every search. Frozen. */
export const sql = `
CREATE INDEX story_stale ON story (id) WHERE search_stale = 1;
`
