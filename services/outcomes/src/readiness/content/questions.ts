import type { ReadinessQuestion } from '../readiness-pack.ts';

/** Practices, each of which a county has not yet, has begun, or does often or always. */
export const questions: readonly ReadinessQuestion[] = [
  { id: 'RQ-LEA-01', area: 'LEADERSHIP', text: 'Our leaders say, in words and in what they pay for, that the two families belong on one team.' },
  { id: 'RQ-LEA-02', area: 'LEADERSHIP', text: 'Somebody by name is responsible for bringing the two families together.' },
  { id: 'RQ-LEA-03', area: 'LEADERSHIP', text: 'Supervisors ask in case talks how the two families get along.' },
  { id: 'RQ-POL-01', area: 'POLICY', text: 'Our rules let the two families talk with each other unless there is a reason against it, and not the other way round.' },
  { id: 'RQ-POL-02', area: 'POLICY', text: 'Staff know what may be shared between the families, and what may not.' },
  { id: 'RQ-POL-03', area: 'POLICY', text: 'A first call and a first meeting belong to every placement.' },
  { id: 'RQ-TRA-01', area: 'TRAINING', text: 'New caregivers hear from birth parents before their first placement.' },
  { id: 'RQ-TRA-02', area: 'TRAINING', text: 'Caseworkers learn how to lead a first meeting, and practice it.' },
  { id: 'RQ-TRA-03', area: 'TRAINING', text: 'Parents, caregivers and staff learn together at least once a year.' },
  { id: 'RQ-REC-01', area: 'RECRUITMENT', text: 'Whoever asks to become a caregiver hears first that working with parents is part of it.' },
  { id: 'RQ-REC-02', area: 'RECRUITMENT', text: 'When we hire staff, we ask how they work with both families.' },
  { id: 'RQ-REC-03', area: 'RECRUITMENT', text: 'Caregivers who partner well are thanked, supported and asked to mentor.' },
  { id: 'RQ-LIV-01', area: 'LIVED_EXPERIENCE', text: 'Parents who have been through it help to plan the program, and are paid for it.' },
  { id: 'RQ-LIV-02', area: 'LIVED_EXPERIENCE', text: 'Every parent is offered an ally, and every caregiver a mentor.' },
  { id: 'RQ-LIV-03', area: 'LIVED_EXPERIENCE', text: 'Young people tell us how the two families’ getting along, or not, feels to them.' },
  { id: 'RQ-FAM-01', area: 'FAMILY_TIME', text: 'Family time takes place where families would be anyway: at home, at school, in a park.' },
  { id: 'RQ-FAM-02', area: 'FAMILY_TIME', text: 'Caregivers get help with rides, hours and costs, so that they can make family time happen.' },
  { id: 'RQ-FAM-03', area: 'FAMILY_TIME', text: 'Families who like to stay in touch after the case can count on our help.' },
  { id: 'RQ-COU-01', area: 'COURT', text: 'Judges ask in hearings how the two families work together.' },
  { id: 'RQ-COU-02', area: 'COURT', text: 'Attorneys know the program and tell their clients that it is voluntary.' },
  { id: 'RQ-COU-03', area: 'COURT', text: 'What families say in preparation does not find its way into court reports.' },
  { id: 'RQ-DAT-01', area: 'DATA', text: 'We know how soon the two families spoke and met, placement by placement.' },
  { id: 'RQ-DAT-02', area: 'DATA', text: 'We look at our figures with parents, caregivers and young people, and change something.' },
  { id: 'RQ-DAT-03', area: 'DATA', text: 'We know whom the program reaches less, and ask them why.' },
];
