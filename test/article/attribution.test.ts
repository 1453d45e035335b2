import { describe, expect, test } from 'vitest';
import { verdictsOf } from '../support/quay-pack.ts';

/** Words of Reed, Okafor, Lang and Otto. */
const REED = '“The plan is dangerous and it is not legal”';
const OKAFOR = '“It costs 40 million a year”';
const LANG = '„Das kostet 40 Millionen – jedes Jahr“';
const OTTO = '„Ein Kai ist kein Spielzeug“';

const check = (memo: string, expected: string) => expect(verdictsOf(memo)).toBe(expected);

describe('who is spoken to is not who speaks', () => {
  test.each([
    [`Okafor told Reed: ${REED}`, 'verbatim! okafor'],
    [`Reed told Okafor that ${REED}.`, 'verbatim+ reed'],
    [`${REED}, Okafor told Reed.`, 'verbatim! okafor'],
    [`${REED}, Reed told Okafor.`, 'verbatim+ reed'],
    [`It rained. ${REED} Okafor was not amused, she said.`, 'verbatim! okafor'],
    [`It rained. ${REED} Or so Okafor thinks.`, 'verbatim! okafor'],
    [`Okafor, answering Reed, said ${REED}.`, 'verbatim! okafor'],
    [`Okafor (answering Reed): ${REED}`, 'verbatim! okafor'],
    [`Unlike Reed, Okafor thinks ${REED}.`, 'verbatim! okafor'],
    [`Okafor quoted Reed as saying ${REED}.`, 'verbatim+ reed'],
    [`Weiss sagte zu Lang: ${LANG}`, 'verbatim! weiss'],
    [`Gegenüber Lang sagte Weiss: ${LANG}`, 'verbatim! weiss'],
    [`${LANG}, erklärte Weiss gegenüber Lang.`, 'verbatim! weiss'],
    [`${LANG}, sagte Lang Weiss gegenüber.`, 'verbatim+ lang'],
  ])('%s', check);
});

describe('somebody the pack does not have', () => {
  test.each([
    [`Erik Berg said ${REED}.`, 'verbatim?'],
    [`${REED}, said Erik Berg, who had met Reed.`, 'verbatim?'],
    [`${REED}, Erik Berg told Reed.`, 'verbatim?'],
    [`According to Erik Berg, ${REED}.`, 'verbatim?'],
    [`Erik Berg: ${REED}`, 'verbatim?'],
    [`- Berg: ${REED}`, 'verbatim?'],
    [`${REED} (Erik Berg)`, 'verbatim?'],
    [`${REED} – Erik Berg`, 'verbatim?'],
    [`${LANG}, sagte Inge Berg.`, 'verbatim?'],
    [`Laut Berg ${LANG}`, 'verbatim?'],
    [`${LANG}, so Berg.`, 'verbatim?'],
    [`Wie Berg sagte, ${LANG}`, 'verbatim?'],
    [`> The plan is dangerous and it is not legal\n> — Erik Berg`, 'verbatim?'],
  ])('%s', check);
});

describe('nobody can tell who is meant', () => {
  test.each([
    [`Reed spoke after Okafor. ${REED}, she said.`, 'verbatim?'],
    [`Reed and Okafor said ${REED}.`, 'verbatim? reed/okafor'],
    [`Okafor said that Reed was wrong: ${REED}`, 'verbatim? okafor/reed'],
    [`He said: ${REED}`, 'verbatim?'],
    [`Der Minister sagte: ${LANG}`, 'verbatim?'],
    [`Reed’s spokesman said ${REED}.`, 'verbatim? reed'],
    [`A friend of Reed said ${REED}.`, 'verbatim?'],
    [`Der Sprecher von Lang sagte: ${LANG}`, 'verbatim?'],
    [`Weiss und Lang stritten. ${LANG}, sagte er.`, 'verbatim?'],
    ['Reed said: “A new crane would help.”', 'typography? reed'],
  ])('%s', check);
});

describe('it is told elsewhere', () => {
  test.each([
    [`Reed was there.\n\n${REED}, he said.`, 'verbatim+ reed'],
    [`Okafor was there.\n\n${REED}, he said.`, 'verbatim! okafor'],
    [`Weiss sprach am Montag. Der Minister sagte: ${LANG}`, 'verbatim! weiss'],
    [
      'Reed was there. “The plan is dangerous,” said Okafor, “and it is not legal”.',
      'typography! okafor | verbatim! okafor',
    ],
    [`Lang sagte ${LANG} und ${OTTO}.`, 'verbatim+ lang | verbatim! lang'],
    [`${OTTO}, sagte Lang, und Otto ergänzte: ${LANG}`, 'verbatim! lang | verbatim! otto'],
    [`${LANG}. Das sagte Weiss.`, 'verbatim! weiss'],
    [`${LANG}. So sagte es Lang.`, 'verbatim+ lang'],
    [
      '“The plan is dangerous”, “and it is” and “not legal,” Okafor said.',
      'verbatim! okafor | verbatim! okafor | verbatim! okafor',
    ],
    [`Okafor put it like this:\n\n> The plan is dangerous and it is not legal`, 'verbatim! okafor'],
    [`> The plan is dangerous and it is not legal\n\n— Okafor`, 'verbatim! okafor'],
    [`Okafor said:\n\n- ${OKAFOR}\n- ${REED}`, 'verbatim+ okafor | verbatim! okafor'],
    [`### Okafor\n\n- ${OKAFOR}\n- ${REED}`, 'verbatim+ okafor | verbatim! okafor'],
    [`- Reed: ${OKAFOR}\n- Okafor: ${REED}`, 'verbatim! reed | verbatim! okafor'],
    [`| Reed | ${OKAFOR} |\n| Okafor | ${REED} |`, 'verbatim! reed | verbatim! okafor'],
    [`| ${OKAFOR} | Reed |\n| ${REED} | Okafor |`, 'verbatim! reed | verbatim! okafor'],
    [`| ${OKAFOR} | Okafor |\n| ${REED} | Reed |`, 'verbatim+ okafor | verbatim+ reed'],
    [`**Okafor:** ${REED}\n\n**Reed:** ${OKAFOR}`, 'verbatim! okafor | verbatim! reed'],
    [`${REED}, said Reed.[^1]\n\n[^1]: Okafor was there, too.`, 'verbatim+ reed'],
  ])('%s', check);
});

test.each([
  [`Okafor’s verdict was ${REED}.`, 'verbatim!? okafor'],
  [`Es dauerte lang. ${LANG}`, 'verbatim+'],
  [`${LANG}, hieß es.`, 'verbatim+'],
])('names in another form, and words that are none: %s', check);
