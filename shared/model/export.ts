import { z } from 'zod'

export const exportFormatSchema = z.enum(['html', 'md', 'txt', 'json', 'docx', 'docx-backup', 'report'])
export type ExportFormat = z.infer<typeof exportFormatSchema>

/** What a story's trail is exported as. */
export const trailFormatSchema = z.enum(['html', 'json'])
export type TrailFormat = z.infer<typeof trailFormatSchema>
