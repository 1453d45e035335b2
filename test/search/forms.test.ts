/** Forms of a word per language: which two find each other and which must not. */
import { describe, expect, test } from 'vitest';
import { foldText } from '../../src/pack/fold.ts';
import { vocabulary } from '../../src/search/vocabulary.ts';

/** Whether each of two words finds the other as a form, in a pack that holds a language. */
function isForm(language: string, a: string, b: string): [boolean, boolean] {
  const { stems, isForm: is } = vocabulary(['en', language]);
  const [one, other] = [foldText(a), foldText(b)];
  return [is(other, stems(one)), is(one, stems(other))];
}

const LANGUAGES = {
  ru: {
    forms:
      'рынка рынку, рынка рынками, Регулирование Регулирования, Регулирование регулированием, ' +
      'порт порта, порт портов, порта портам, партия партии, партии партий, сила силы, ' +
      'область областью, случай случаев, житель жителями, мира миру, военный военного, ' +
      'военные военных, война войны, русская русские',
    others:
      'права правый, партия партнёр, порт портрет, министр министерство, правило правительство, ' +
      'граница гранит, закон законный, страна странный, город городской, мир мирный, поле полк, ' +
      'война военный, рынок рынду',
  },
  uk: {
    forms:
      'ринку ринками, порт порту, порт портів, війна війни, партія партії, ' +
      'сила сили, область області, військові військових, президент президентові',
    others: 'право правий, партія партнер, порт портрет, міністр міністерство, мир мирний',
  },
  fr: {
    forms:
      'port ports, interdiction interdictions, national nationaux, nationale nationaux, ' +
      'interdit interdite, interdites interdit, bureau bureaux, offensif offensives, ' +
      'dangereux dangereuse, européen européennes, important importante, déployé déployées, ' +
      'dernier dernière, français française, officiel officielles',
    others: 'porte port, guerre guérir, marché marcher, nation nationaux, pont ponte, loi loin',
  },
  es: {
    forms: 'puerto puertos, misil misiles, nación naciones, cruz cruces, juez jueces',
    others: 'puerto puerta, banco banca, partido partida, caso casa, ley leyenda',
  },
  it: {
    forms: 'porto porti, guerra guerre, nave navi, casa case, nazione nazioni, parco parchi',
    others: 'porto porta, porti porta, banco banca, casa caso, governo governare',
  },
  pt: {
    forms: 'porto portos, eleição eleições, nacional nacionais, homem homens, mulher mulheres',
    others: 'porto porta, capital capitão, banco banca, casa caso',
  },
  nl: {
    forms: 'oorlog oorlogen, drone drones, brief brieven, huis huizen, schip schips',
    others: 'brief brievenbus, huis huid, land landbouw, schip schieten',
  },
};

describe.each(Object.entries(LANGUAGES))('%s', (language, { forms, others }) => {
  const pairs = (row: string) => row.split(', ').map((pair) => pair.split(' ') as [string, string]);
  test.each(pairs(forms))('%s and %s are forms of one word', (a, b) => {
    expect(isForm(language, a, b)).toEqual([true, true]);
  });
  test.each(pairs(others))('%s and %s are not', (a, b) => {
    expect(isForm(language, a, b)).toEqual([false, false]);
  });
});

test('endings of a language that a pack does not hold cut nothing', () => {
  const { stems } = vocabulary(['en', 'de']);
  expect(stems('рынку')).toEqual(['рынку']);
});
