/** What a message can be about. The contracts of `notification-requested` name those that services ask for. */
export enum MessageTemplate {
  SOMETHING_TO_DECIDE = 'SOMETHING_TO_DECIDE',
  SOMETHING_DUE = 'SOMETHING_DUE',
  SOMETHING_TO_READ = 'SOMETHING_TO_READ',
  APPOINTMENT_PLANNED = 'APPOINTMENT_PLANNED',
  APPOINTMENT_CANCELLED = 'APPOINTMENT_CANCELLED',
}
export const messageTemplates: readonly `${MessageTemplate}`[] = Object.values(MessageTemplate);

/** BCP 47; what there are texts in. */
export enum MessageLanguage {
  en = 'en',
  es = 'es',
}
