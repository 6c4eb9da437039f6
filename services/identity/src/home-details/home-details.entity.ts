import { DomainError, requireText, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'HomeDetails',
  tableName: 'home_details',
  properties: {
    /** The household's id. */
    id: column.id<'CaregiverHousehold'>(),
    peopleInHome: column.integer(),
    /** A part of town, never an address. */
    neighbourhood: column.text(),
    version: column.version(),
  },
});

export interface HomeDescription {
  readonly peopleInHome: number;
  readonly neighbourhood: string;
}

/** What caregivers may tell of their home, as far as they are comfortable with it. */
export class HomeDetails extends schema.class {
  static of(id: Id<'CaregiverHousehold'>, said: HomeDescription): HomeDetails {
    return make(HomeDetails, { id, ...checked(said) });
  }

  /** Throws `IDENTITY.HOME_SIZE`, `TEXT_REQUIRED`, `TEXT_TOO_LONG`. */
  describe(said: HomeDescription): void {
    Object.assign(this, checked(said));
  }
}
schema.setClass(HomeDetails);
export const homeDetailsSchema = schema;

function checked({ peopleInHome, neighbourhood }: HomeDescription): HomeDescription {
  if (!Number.isInteger(peopleInHome) || peopleInHome < 1 || peopleInHome > 30) throw new DomainError('IDENTITY.HOME_SIZE', 'Say how many people live in the home, from 1 to 30.');
  return { peopleInHome, neighbourhood: requireText(neighbourhood, { field: 'The neighbourhood', max: 100 }) };
}
