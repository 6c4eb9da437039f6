/** `family-time` -> `FamilyTime` */
export const pascal = (service: string): string => service.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `family-time` -> `familyTime` */
export const camel = (service: string): string => pascal(service).replace(/^\w/, (letter) => letter.toLowerCase());
