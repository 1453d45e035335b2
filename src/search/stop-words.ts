/** Words that say nothing about what is looked for. */

/** English and German words that say nothing about what is looked for; folded. */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  ...(
    'how what when where which who whose why ' +
    'wann warum was welche welcher welches wer wie wieso wo ' +
    'a about against all an and are as at be been but by can could did do does for from had has ' +
    'have he her his if in into is it its many me most much my no not of on or our said say says ' +
    'she should show so tell than that the their them then there they think thinks this to want ' +
    'wants we were will with would you your ' +
    'als am an auch auf aus bei bin bis da dann das dass dem den der des die dies diese dieser ' +
    'doch du ein eine einem einen einer eines er es fur gegen gesagt hat haben ich ihr im in ist ' +
    'ja kann man mit nach nicht noch nur ob oder sagt sagte schon sein sei sich sie sind so soll ' +
    'uber um und uns viel viele vom von vor wenn werden will wird wollen zu zum zur'
  ).split(' '),
]);
