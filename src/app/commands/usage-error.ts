/** A command that cannot run as it was typed; its usage is shown with the message. */
export class UsageError extends Error {}
