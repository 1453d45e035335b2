/** The error of a command line or a command that cannot be done as asked. */

/** A command cannot do what it was asked; its message is shown in one line. */
export class CommandError extends Error {
  override name = 'CommandError';
  /**
   * @param code 1 nothing found or a check failed, 2 wrong use
   * @param details lines to be shown below the message, as they are
   */
  constructor(
    message: string,
    readonly code: 1 | 2,
    readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}
