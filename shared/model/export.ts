import { z } from 'zod'

export const exportFormatSchema = z.enum(['html', 'md', 'txt', 'json', 'docx', 'docx-backup', 'report'])
export type ExportFormat = z.infer<typeof exportFormatSchema>

/**
 * What an export is for. *Publishing* asks the gate. *Internal* is always allowed, and says so on every page and in its
 * name where the story is not cleared.
 */
export const exportPurposeSchema = z.enum(['publishing', 'internal'])
export type ExportPurpose = z.infer<typeof exportPurposeSchema>

/** What a story's trail is exported as. */
export const trailFormatSchema = z.enum(['html', 'json'])
export type TrailFormat = z.infer<typeof trailFormatSchema>
