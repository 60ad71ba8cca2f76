import { z } from 'zod'

export const exportFormatSchema = z.enum(['html', 'md', 'txt', 'json', 'docx', 'docx-backup', 'report'])
export type ExportFormat = z.infer<typeof exportFormatSchema>
