export function draftAttendees(): any[] { return []; }
