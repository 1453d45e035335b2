/** Guesses the language of a text that does not say it, by its script and its commonest words. */

const SCRIPTS: readonly [RegExp, string][] = [
  [/[\p{sc=Hira}\p{sc=Kana}]/gu, 'ja'],
  [/\p{sc=Hang}/gu, 'ko'],
  [/\p{sc=Han}/gu, 'zh'],
  [/[ґєії]/giu, 'uk'],
  [/\p{sc=Cyrl}/gu, 'ru'],
  [/[پچژگ]/gu, 'fa'],
  [/\p{sc=Arab}/gu, 'ar'],
  [/\p{sc=Hebr}/gu, 'he'],
  [/\p{sc=Grek}/gu, 'el'],
  [/\p{sc=Deva}/gu, 'hi'],
];

const WORDS: Readonly<Record<string, string>> = {
  de: 'der die und das ist nicht von mit den dem ein eine zu auf sich für hat wird',
  en: 'the and of to in that is was for it with as on be by this are from has',
  fr: 'le la les des et est une du que dans pour pas qui sur au par plus avec',
  es: 'el la los las y es una del que en por no con para se su como al',
  it: 'il la di che è e un una per non con del della sono si nel da',
  pt: 'o a os as e é um uma do da que em não com para se por no',
  nl: 'de het een en van is dat niet op te zijn voor met die er aan',
  sv: 'och att det är en som på för med av inte den till har om',
  pl: 'i w na się nie że z do jest to od jak po oraz dla',
};

/** The code of the language, as BCP 47 has it; undefined where nothing tells it. */
export function guessLanguage(text: string): string | undefined {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find(([pattern, code]) => {
    const count = sample.match(pattern)?.length ?? 0;
    // A few letters tell Ukrainian from Russian, Persian from Arabic, Japanese from Chinese.
    return count > letters * (code === 'uk' || code === 'fa' ? 0.01 : code === 'ja' ? 0.1 : 0.4);
  });
  if (script) return script[1];
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = Object.entries(WORDS).map(([code, list]) => {
    const common = new Set(list.split(' '));
    return { code, score: words.filter((word) => common.has(word)).length };
  });
  const [best, second] = scores.toSorted((a, b) => b.score - a.score);
  return best && second && best.score > second.score * 1.2 && best.score > 2
    ? best.code
    : undefined;
}
