import { CallTopic, type CallLine } from '../call-script.ts';

/** The first call, as the caregiver is led through it; the questions at its end are the parent's to answer or not. */
export const comfortCall: readonly CallLine[] = [
  {
    topic: CallTopic.INTRODUCTION,
    prompts: ['P1-CAR-01'],
    en: 'Say who you are and that the child is staying with you for now.',
    es: 'Diga quién es y que el niño se queda con usted por ahora.',
  },
  {
    topic: CallTopic.HOW_THE_CHILD_IS,
    prompts: ['P1-CAR-08'],
    en: 'Say how the child is: how they arrived, how they slept, what they ate.',
    es: 'Diga cómo está el niño: cómo llegó, cómo durmió, qué comió.',
  },
  {
    topic: CallTopic.WISH_TO_PARTNER,
    prompts: ['T-CAR-01'],
    en: 'Say that you would like to care for the child together with them.',
    es: 'Diga que le gustaría cuidar del niño junto con su familia.',
  },
  {
    topic: CallTopic.QUESTIONS,
    prompts: ['P1-CAR-02', 'P1-CAR-03', 'P1-CAR-04', 'P1-CAR-05', 'P1-CAR-06', 'P1-CAR-07', 'P1-CAR-11', 'P1-CAR-12'],
    en: 'Ask what helps the child to sleep, what they like to eat and what they enjoy. If now is not a good moment, ask whether you may call again.',
    es: 'Pregunte qué ayuda al niño a dormir, qué le gusta comer y con qué disfruta. Si ahora no es un buen momento, pregunte si puede volver a llamar.',
  },
];
