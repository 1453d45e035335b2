/** What rungs knows of languages, a row each; where it knows nothing of one, it does without. */

export type LanguageFacts = {
  /** Its BCP 47 tag, without script and region. */
  tag: string;
  /** What a condition begins with ("if", "unless"), commas between; if unspaced, what it holds. */
  conditions: string;
  /** Its most common words, by which a text in it is told; absent where its script tells it. */
  common?: string;
  /** Words that turn a sentence round; `*` stands for any letters. */
  negations?: string;
  /** How it says that somebody says something; commas between. */
  reporting?: {
    /** Verbs, in the forms in which they stand beside what is said. */
    says: string;
    /** What stands before whoever said it: "according to". */
    by: string;
    /** Verbs whose object is spoken to: "told". */
    tells: string;
    /** Prepositions of whom or what is spoken to or about. */
    to: string;
    /** Verbs whose object is who said it: "quoted". */
    quotes: string;
    /** What says that it is said, and not by whom. */
    unsaid: string;
  };
  /**
   * Endings of the forms of one word; commas between those that belong together: two words are forms
   * of one if they differ by two endings of a group only. "_" is none. Not those that tell words apart
   * as often as forms: Spanish "puerto", "puerta".
   */
  endings?: string;
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
    negations: 'nicht nichts kein* nie niemals niemand* weder ohne kaum',
    reporting: {
      says:
        'sagte, sagt, sagten, sagen, meinte, meint, erklärte, erklärt, betonte, betont, schrieb, ' +
        'schreibt, nannte, nennt, antwortete, entgegnete, warnte, warnt, behauptete, behauptet, ' +
        'forderte, fordert, fragte, kritisierte, ergänzte, fügte, widersprach, klagte, ' +
        'wiederholte, bekräftigte, äußerte, findet, fand, glaubt, hielt, hält, sprach, spricht, ' +
        'bezeichnete',
      by:
        'laut, so, wie, nach Angaben von, nach Worten von, nach Aussage von, nach den Angaben von, ' +
        'nach den Worten von, in den Worten von, kam von, kommt von, stammt von, stammen von, ' +
        'hieß es von, heißt es von',
      tells: 'traf, trifft, unterbrach, fragte, warnte, lobte, rief',
      to: 'zu, von, gegenüber, an, gegen, über, mit, bei, vor, als, neben, für',
      quotes: 'zitierte, zitiert, zitierend',
      unsaid: 'hieß es, heißt es, es hieß, es heißt, ist zu lesen, steht',
    },
  },
  {
    tag: 'en',
    conditions:
      'if, should, were, had, unless, when, once, until, as long as, so long as, provided, ' +
      'in case, only if, even if, in the event, on condition',
    common:
      'a an and are as at be been but by for from had has have he her his in is it its not of ' +
      'on or she that the their they this to was we were which who will with you',
    negations: "not *n't cannot never no nor none nobody nothing neither without hardly",
    reporting: {
      says:
        'said, says, say, wrote, writes, added, adds, argued, argues, claimed, claims, stated, ' +
        'states, declared, noted, notes, explained, explains, announced, remarked, commented, ' +
        'insisted, insists, stressed, replied, answered, asked, warned, warns, called, calls, ' +
        'told, tells, put, complained, conceded, admitted, concluded, tweeted, posted, recalled, ' +
        'repeated, continued, went on, thinks, believes, thought, described',
      by: 'according to, in the words of, as, by, from',
      tells:
        'told, tells, asked, asks, answered, warned, urged, reminded, assured, accused, ' +
        'interrupted, contradicted, informed, rebuked, criticised, criticized, called, met, ' +
        'thanked, praised',
      to:
        'to, with, against, about, of, for, than, after, before, beside, like, unlike, towards, ' +
        'answering, accusing, warning, meeting, contrary to, in reply to, in front of',
      quotes: 'quoted, quotes, quoting, cited, cites, citing',
      unsaid: 'it was said, it is said, it said',
    },
  },
  {
    tag: 'es',
    conditions:
      'si, en caso, siempre que, mientras, a condición, a menos, salvo que, cuando, con tal',
    common:
      'a al como con de del el en es la las lo los más no o para pero por que se son su un una ' +
      'y',
    negations: 'no nunca jamás sin ningún* nada',
    endings: '_ s, _ es, z ces',
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
    negations: "ne n' pas jamais aucun* rien sans non",
    endings:
      '_ s, _ x, al ale ales aux, if ifs ive ives, eux euse euses, el els elle elles, ' +
      'en ens enne ennes, ant ants ante antes, ent ents ente entes, er ers ere eres, ' +
      'ais aise aises, it its ite ites, is ise ises, e es ee ees',
  },
  {
    tag: 'it',
    conditions: 'se, qualora, nel caso, in caso, a condizione, purché, a meno, finché, quando',
    common: 'a al che con da del della di e è gli i il in la le lo ma non o per si sono su un una',
    negations: 'non mai nessun* senza',
    endings: 'o i, a e, e i, co chi, go ghi, ca che, ga ghe, io i',
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
    negations: 'niet geen nooit zonder',
    endings: '_ en, _ s, f ven, s zen',
  },
  {
    tag: 'pl',
    conditions:
      'jeśli, jeżeli, gdyby, o ile, w razie, w przypadku, pod warunkiem, chyba że, gdy, kiedy',
    common: 'a ale do i jest jak lub na nie o od po się są to w z za że',
    negations: 'nie bez',
  },
  {
    tag: 'pt',
    conditions: 'se, caso, no caso, desde que, a menos, enquanto, quando, contanto',
    common: 'a as com da de do e em é mas na não no o os ou para por que se são sua um uma',
    negations: 'não nunca nenhum* sem',
    endings: '_ s, _ es, ao oes, l is, m ns',
  },
  {
    tag: 'ru',
    conditions: 'если, при условии, в случае, когда, пока, только если, разве',
    common: 'а в во до за и из или как на не но о он она они от по с со то что это был была были',
    negations: 'не нет ни никогда без',
    endings:
      '_ а у ом е ы и о ой ов ам ами ах, ь й я ю ем е и ей ев ью ям ями ях, ' +
      'ый ий ой ая ое ые ого ому ым ом ых ыми ую им их ими яя ее ие его ему юю',
  },
  {
    tag: 'uk',
    conditions: 'якщо, якби, за умови, у разі, в разі, коли, поки, тільки якщо, хіба',
    common: 'а або але в від він вона вони до за з і із й на не по та то у це що як був була були',
    negations: 'не немає ні ніколи без',
    endings:
      '_ а у ом ем е і и о ою ів ові еві ам ами ах, ь й я ю єм ем е і ї ей їв ею єю ям ями ях, ' +
      'ий ій а я е є і ого ому им ім их ими ої у ю ою',
  },
  {
    tag: 'zh',
    conditions:
      '如果, 若, 如, 假如, 倘若, 除非, 只要, 只有, 一旦, 的话, 的話, 情况下, 情況下, 时, 時',
    isUnspaced: true,
  },
];
