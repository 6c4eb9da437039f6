/** Somebody of the state's administration, signed in to the state's realm. They belong to no county, so no county's data answers them. */
export class StatePrincipal {
  /** The account's name in the state's realm. */
  readonly subject: string;

  constructor(subject: string) {
    this.subject = subject;
  }
}
