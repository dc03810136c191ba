/** Friday morning in Cotonou. */
export const STORIES_BEGIN = new Date('2026-11-20T09:00:00Z');
