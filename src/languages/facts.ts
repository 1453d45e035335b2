/** What rungs knows of languages, a row each; where it knows nothing of one, it does without. */

export type LanguageFacts = {
  /** Its BCP 47 tag, without script and region. */
  tag: string;
  /** What a condition begins with ("if", "unless"), commas between; if unspaced, what it holds. */
  conditions: string;
  /** Its most common words, by which a text in it is told; absent where its script tells it. */
  common?: string;
  /** Words of a sentence are not parted, or not from what tells their part in it. */
  isUnspaced?: true;
};

export const LANGUAGES: readonly LanguageFacts[] = [
  {
    tag: 'ar',
    conditions: 'إذا, اذا, إن, لو, في حال, في حالة, بشرط, شريطة, ما لم, متى, عندما',
    common: 'أن أو إلى التي الذي عن على في كان كما لا ما من هذا هذه هو هي و',
  },
  {
    tag: 'de',
    conditions:
      'wenn, falls, sofern, solange, sollte, sollten, würde, würden, wäre, wären, im Fall, ' +
      'für den Fall, unter der Bedingung, vorausgesetzt, sobald, nur wenn',
    common:
      'aber als am an auch auf aus bei das dass dem den der des die dies ein eine einem einen ' +
      'einer eines er es für hat im in ist mit nicht oder sein sich sie sind und von war waren ' +
      'wir wird werden zu',
  },
  {
    tag: 'en',
    conditions:
      'if, should, were, had, unless, when, once, until, as long as, so long as, provided, ' +
      'in case, only if, even if, in the event, on condition',
    common:
      'a an and are as at be been but by for from had has have he her his in is it its not of ' +
      'on or she that the their they this to was we were which who will with you',
  },
  {
    tag: 'es',
    conditions:
      'si, en caso, siempre que, mientras, a condición, a menos, salvo que, cuando, con tal',
    common:
      'a al como con de del el en es la las lo los más no o para pero por que se son su un una ' +
      'y',
  },
  {
    tag: 'fa',
    conditions: 'اگر, چنانچه, در صورتی که, در صورت, به شرط, مگر, هرگاه, وقتی',
    common: 'آن از است این با برای به بر تا در را که می های هم و یا یک',
  },
  {
    tag: 'fr',
    conditions:
      "si, s'il, s'ils, s’il, s’ils, au cas où, en cas, dans le cas, à condition, à moins, " +
      'pourvu, tant que, quand, lorsque, dès que',
    common:
      'à au aux avec ce ces cette dans de des du elle en est et il ils la le les leur mais ne ' +
      'nous ou par pas pour que qui sa se ses son sont sur un une vous',
  },
  {
    tag: 'it',
    conditions: 'se, qualora, nel caso, in caso, a condizione, purché, a meno, finché, quando',
    common: 'a al che con da del della di e è gli i il in la le lo ma non o per si sono su un una',
  },
  {
    tag: 'ja',
    conditions: 'もし, なら, れば, たら, 場合, 限り, かぎり, とき',
    isUnspaced: true,
  },
  {
    tag: 'ko',
    conditions: '만약, 만일, 면, 경우, 한, 때',
    isUnspaced: true,
  },
  {
    tag: 'nl',
    conditions: 'als, indien, mocht, mits, tenzij, wanneer, zolang, in het geval, op voorwaarde',
    common: 'aan dat de die een en het in is maar met niet of op te van voor was zijn',
  },
  {
    tag: 'pl',
    conditions:
      'jeśli, jeżeli, gdyby, o ile, w razie, w przypadku, pod warunkiem, chyba że, gdy, kiedy',
    common: 'a ale do i jest jak lub na nie o od po się są to w z za że',
  },
  {
    tag: 'pt',
    conditions: 'se, caso, no caso, desde que, a menos, enquanto, quando, contanto',
    common: 'a as com da de do e em é mas na não no o os ou para por que se são sua um uma',
  },
  {
    tag: 'ru',
    conditions: 'если, при условии, в случае, когда, пока, только если, разве',
    common: 'а в во до за и из или как на не но о он она они от по с со то что это был была были',
  },
  {
    tag: 'uk',
    conditions: 'якщо, якби, за умови, у разі, в разі, коли, поки, тільки якщо, хіба',
    common: 'а або але в від він вона вони до за з і із й на не по та то у це що як був була були',
  },
  {
    tag: 'zh',
    conditions:
      '如果, 若, 如, 假如, 倘若, 除非, 只要, 只有, 一旦, 的话, 的話, 情况下, 情況下, 时, 時',
    isUnspaced: true,
  },
];
