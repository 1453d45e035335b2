/** English and German words that say nothing about what is looked for; folded. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about all an and are as at be been but by can could did do does for from had has have he her ' +
    'his how i if in into is it its me my no not of on or our said say says she should show so tell ' +
    'than that the their them then there they think thinks this to was we were what when where which ' +
    'who why will with would you your ' +
    'als am an auch auf aus bei bin bis da dann das dass dem den der des die dies diese dieser doch ' +
    'du ein eine einem einen einer eines er es fur gesagt hat haben ich ihr im in ist ja kann man mit ' +
    'nach nicht noch nur ob oder sagt sagte schon sein sei sich sie sind so soll uber um und uns vom ' +
    'von vor war was wenn wer werden wie wird wo zu zum zur'
  ).split(' '),
);
