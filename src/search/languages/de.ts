/** German: the words that a question is read by. */
import type { LanguageWords } from './language.ts';

export const de: LanguageWords = {
  tag: 'de',
  asked: {
    for:
      'ist fur, sind fur, ware fur, waren fur, bin fur, wer fur, jemand fur, jemanden fur, ' +
      '^fur, dafur, _ fur ist, pro, befurwort*, unterstutz*, will, wollen, wollte, wollten, ' +
      'mochte, mochten, wunsche, wunschen, wunscht, wunschte, wunsch nach, fordert, fordern, forderte*, forderung*, gefordert, verlang*, ' +
      'setzt sich _ fur _ ein, setzen sich _ fur _ ein, spricht sich _ fur _ aus, ' +
      'sprechen sich _ fur _ aus, spricht fur, spricht sich fur, begruss*, tritt _ fur _ ein, ' +
      'pladier*, pladier* fur, machen sich _ fur _ stark, macht sich _ fur _ stark, ' +
      'treten _ fur _ ein, setzt sich fur, argumentier* fur, stark fur, drangt auf, ' +
      'drangt _ auf, drangen auf, pocht auf, empfiehlt, bittet um, bitten um, ruft nach, ' +
      'rufen nach, stimmt _ zu, zustimm*, gut findet, findet _ gut, finden _ gut, ' +
      'findet _ richtig, halt _ fur notig, halt _ fur richtig, halten _ fur notig, ' +
      'halten _ fur richtig, anhanger, begrusst, ist _ fur _ zu haben, zugunsten, wirbt fur, ' +
      'werben fur, billig*, fande _ gut, dringt auf, sich _ fur _ ausgesprochen, ' +
      'argumente fur, argumente dafur, fursprecher*, verfechter*, freund von, freunde von, ' +
      'fur _ ausgesprochen, hat sich _ fur _ stark gemacht, hat _ gefordert, ' +
      'sich _ fur _ eingesetzt, fur _ eingesetzt',
    against:
      'gegen, dagegen, contra, kontra, lehnt _ ab, lehnen _ ab, lehnte _ ab, lehnten _ ab, ' +
      'ablehn*, abgelehnt, verweiger*, verurteil*, kritisier*, widersprich*, widersprech*, ' +
      'widersetz*, spricht sich _ gegen _ aus, sprechen sich _ gegen _ aus, spricht gegen, ' +
      'spricht dagegen, weist _ zuruck, zuruckweis*, zuruckgewiesen, verbiet*, blockier*, ' +
      'veto, sagt nein, nein zu, stellt sich _ gegen, pladier* gegen, argumentier* gegen, ' +
      'stellen sich _ gegen, wendet sich _ gegen, wehrt sich _ gegen, halt nichts von, ' +
      'halten nichts von, gegner*, kritiker*, feind*, widersacher*, kritik an, argumente gegen, ' +
      'argumente dagegen, einwand*, bedenken gegen, vorbehalt*, bekampf*, verhinder*, halt _ fur falsch, ' +
      'halt _ fur unverantwort*, findet _ falsch, findet _ schlecht, verwirft, verworfen, ' +
      'bremst, weigert sich, sperrt sich, legt _ veto _ ein, rat _ ab, verwehr*, untersag*, ' +
      'sich _ gegen _ ausgesprochen, gegen _ ausgesprochen, nicht fur, ist nicht fur, ' +
      'sind nicht fur, hat _ abgelehnt, unverantwort*, fur unverantwort*, dagegen ist, ' +
      'hat _ etwas gegen',
    expects:
      'erwart*, rechnet _ mit, rechnen _ mit, rechnet damit, rechnen damit, rechnet, rechnen, ' +
      'wahrscheinlich*, halt _ fur wahrscheinlich, halten _ fur wahrscheinlich, ' +
      'halt _ fur sicher, halten _ fur sicher, sicher ist, ist sicher, uberzeugt, prognosti*, ' +
      'sagt _ voraus, sieht _ kommen, sehen _ kommen, voraussag*, vorhersag*, ' +
      'halt _ fur unausweichlich, unausweichlich',
    possible:
      'moglich, moglicherweise, halt _ fur moglich, halten _ fur moglich, fur moglich halt, ' +
      'denkbar, halt _ fur denkbar, vorstellbar, kann sich _ vorstellen, ' +
      'konnen sich _ vorstellen, sich vorstellen kann, schliesst _ nicht aus, ' +
      'schliessen _ nicht aus, nicht ausschliess*, nicht ausgeschlossen, ' +
      'nicht auszuschliessen, nicht ausschliesst',
    doubts:
      'bezweif*, zweifel*, angezweifelt, unwahrscheinlich*, halt _ fur unwahrscheinlich, ' +
      'halten _ fur unwahrscheinlich, halt _ fur unmoglich, halten _ fur unmoglich, ' +
      'halt _ fur ausgeschlossen, halten _ fur ausgeschlossen, schliesst _ aus, ' +
      'schliessen _ aus, schloss _ aus, ausschliess*, ausgeschlossen, unmoglich*, undenkbar, ' +
      'unvorstellbar, skeptisch, glaubt nicht, glauben nicht, glaubt _ nicht, ' +
      'kann sich _ nicht vorstellen, konnen sich _ nicht vorstellen, in zweifel',
    count:
      'wie viele, wie viel, wieviel*, anzahl, anzahl der, anzahl von, zahl, zahlen, zahl der, ' +
      'zahl von, zahlen zu, wie hoch ist, wie hoch, menge, wie gross, wie stark, ' +
      'wie zahlreich, prozent, wie viel prozent, wie viele prozent, wieviel prozent, prozentsatz, ' +
      'welcher prozentsatz, anteil, welcher anteil, welchen anteil, wie hoch ist der anteil',
    when:
      'wann, seit wann, ab wann, bis wann, an welchem tag, welchem tag, in welchem monat, ' +
      'zu welchem zeitpunkt, was geschah, was passierte, geschah, geschehen, passiert*, ereigne*, ' +
      'was war los, war los, was ist _ passiert, was ist _ geschehen, welches datum, ' +
      'datum, was war, zum letzten mal, zum ersten mal, wann zuletzt, wann war das letzte mal',
    where:
      'wo, wohin, woher, an welchem ort, in welchem ort, welcher ort, in welcher region, an welchen orten',
    why:
      'warum, wieso, weshalb, weswegen, wozu, aus welchem grund, aus welchen grunden, grund, ' +
      'grunde, grund fur, grunde fur, grunden, was halt _ ab, was spricht fur, ' +
      'was spricht gegen, was spricht dagegen, was spricht dafur, was hindert, was treibt, ' +
      'mit welcher begrundung, begrund*, wie kommt es',
    said:
      '^was hat, ^was hatte, ^wie steht, sagt, sagte, sagen, sagten, gesagt, meint, meinte, ' +
      'meinen, gemeint, meinung, zitat, zitate, zitat von, zitate von, zitier*, ausserung*, ' +
      'aussert*, aussern, geaussert, erklart, erklarte, erklaren, behaupt*, laut, zufolge, ' +
      'position, haltung, standpunkt, spricht, sprach, sprechen, gesprochen, aussage, ' +
      'aussagen, redet, reden uber, erzahl*, nimmt stellung, stellungnahme, stellung, ' +
      'berichtet, berichten, wortlaut, worte, erwahn*, verspr*, kundigt _ an, denkt _ uber, ' +
      'halt von, halten von, halt _ von, steht _ zu, stehen _ zu, ausser* sich, hiess es, ' +
      'statement*',
    thinks:
      'glaubt, glauben, glaubte, denkt, denken, dachte, vermut*, geht davon aus, ' +
      'gehen davon aus, davon ausgeht, davon ausgehen, nimmt an, annimmt, findet, finden, ' +
      'schatzt, geht _ von _ aus, gehen _ von _ aus, sieht, wer sieht, wer sah',
    who:
      'wer, wen, wem, wessen, von wem, durch wen, von jemand*, von irgendjemand*, jemand*, ' +
      'irgendwer, irgendjemand*, niemand*, welch*, gibt es, gibts, gab es, gibt es jemand*, ' +
      'gibt es leute, leute, stimmen, einer, keiner, wer alles, wer sonst, irgendeiner, ' +
      'ist jemand, hat jemand, will jemand _, personen, wer ist, wer war, wer hat, gibts wen, ' +
      'gibt es wen, irgendwen',
    whether:
      '^wird, ^werden, ^wurde, ^konnte, ^konnten, ^kann, ^konnen, ^kommt es zu, ' +
      '^kommt es zum, ^kommt es zur, ^kommt, ^kommen, ^ist, ^sind, ^hat, ^haben, ^soll, ' +
      '^sollen, ^sollte, ^sollten, ^darf, ^durfen, ^gibt es, ^gab es, ' +
      '^wie wahrscheinlich ist, ^wie wahrscheinlich, ^ob, ^stimmt es dass, ^geht, ^gehen, ' +
      '^droht, ^drohen, ^was wenn, ^schick*, ^liefer*, ^sendet, ^senden, ^entsend*, ^greif*, ' +
      '^stationier*, ^plan*, ^kampf*, ^bekommt, ^erhalt, ^beteilig*, ^zieht, ^ziehen, ^tritt, ' +
      '^macht, ^gibt, ^stellt',
    expert:
      'experte*, expertin*, fachleute*, fachmann, spezialist*, analyst*, forscher*, ' +
      'wissenschaftler*, wissenschafter*, beobachter sagen',
    politician: 'politiker*, politikerin*, regierungschef*, staatschef*, abgeordnete*',
    official:
      'offizielle stellen, beamte*, behorde*, amtstrager*, regierungsvertreter*, offizielle',
    outlet: 'zeitung*, medien, presse, journalist*, redaktionen, blatter, medium',
    anonymous: 'anonym*, ungenannt*, insider*, namenlos*, anonyme quelle*',
    scenarios: 'szenario, szenarien, szenarios',
    sources: 'quellen, artikel',
    events: 'ereignis, ereignisse, ereignissen',
    balance:
      'mehr fur als gegen, mehr _ fur als gegen, mehr dafur als dagegen, mehr befurworter als gegner, fur und gegen, fur oder gegen, pro und contra, pro und kontra, ' +
      'dafur und dagegen, dafur oder dagegen, fur und wider, beide seiten, ' +
      'argumente fur und gegen',
    contested:
      'umstritten*, am umstrittensten, am meisten umstritten, strittig*, am strittigsten, ' +
      'am kontroversesten, kontrovers*, am meisten gestritten, meisten gestritten, ' +
      'am meisten streit, meisten streit',
    changed:
      'seite _ gewechselt, seiten gewechselt, wechselt die seite, wechselte die seite, ' +
      'meinung _ geandert, meinung andert, meinung gewechselt, position _ geandert, ' +
      'haltung _ geandert, standpunkt _ geandert, umgefallen, umgeschwenkt, umentschieden, ' +
      'widerspricht sich, widersprochen',
    relayed:
      'weitergegeb*, gibt _ weiter, gab _ weiter, weitergeleitet, ubermittel*, uberbring*, ' +
      'uberbracht*, ausgerichtet, richtete _ aus, uber wen, durch wen _ bekannt, ' +
      'aus zweiter hand, wer zitiert',
    head:
      'chef, chefin, chef von, chef der, chefin der, oberhaupt, anfuhrer*, wer fuhrt, wer leitet, ' +
      'wer regiert, wer herrscht, an der spitze, wer steht an der spitze, herrscher*, ' +
      'machthaber*',
  },
  not: 'nicht kein keine keinen keiner keinem keines nie niemals ohne',
  questions:
    'wann warum was welche welcher welches welchem welchen wer wie wieso wo weshalb wen wem ' +
    'fass fasse nenn nenne zeig zeige schildere skizziere erlautere',
  offices:
    'prasident, ministerprasident, premierminister, kanzler, bundeskanzler, generalsekretar, diktator, ' +
    'machthaber, konig, leiter, direktor, vorsitzende, vorsitzender, chef, oberhaupt, prasidentin, ' +
    'ministerprasidentin, premierministerin, kanzlerin, bundeskanzlerin, generalsekretarin, konigin, ' +
    'leiterin, direktorin, chefin',
  happenings:
    'treffen gesprach telefonat anruf besuch reise gipfel plan angriff einmarsch sitzung begegnung ' +
    'beratung rede',
  stop:
    'ab alle allem allen also andere beim bin bis da dabei damit dann daran dazu diese diesem ' +
    'diesen dieser dieses doch du durch eigentlich etwas ganz gar gegenuber genau gerade gibt ' +
    'hatte haben halt heisst hier ich ihm ihn ihr ihre ihren ins irgend irgendwas ja jetzt kann ' +
    'konnen man mal mehr mein mich mir mittlerweile nach nichts noch nun nur ob schon sei seine ' +
    'seinen selbst so soll sollen sollte sollten sonst sowie uber um uns unter vom vor wegen weil ' +
    'wenn wieder wurde wurden zum zur zwischen uberhaupt denn eben bitte sag weiss sowas davon ' +
    'daruber hin her gab dort hinsichtlich bezuglich konnte konnten konnt durfte durfen darf ' +
    'musste mussen muss mag hab habe viel viele wirklich tatsachlich schnell derzeit aktuell ' +
    'gegen gesagt sagt sagte wollen zusammen',
  vague:
    'schickt schicken schickte geschickt schicke entsendet entsenden entsandt entsendung sendet ' +
    'senden gesendet liefert liefern lieferte geliefert lieferung lieferungen geben gegeben geht ' +
    'gehen ging gegangen kommt kommen kam gekommen macht machen gemacht nimmt nehmen bekommt ' +
    'bekommen erhalt erhalten bringt bringen gebracht stellt stellen tut tun passiert passieren ' +
    'startet beginnt begann begonnen bleibt bleiben steht stehen lasst lassen fuhrt fuhren halten ' +
    'einsetzen eingesetzt setzt setzen nennt nannte genannt zieht ziehen gezogen rein los ' +
    'bezeichnet beteiligt beteiligen stammt stammen stammte bereit verfugung neu neue neuen moglichen mogliche moglicher ' +
    'thema frage sache idee plan szenario war waren ware',
  endings: 'e en er ern em es s n in innen t st te ten',
  verb: /^(?:ge|be|unter|uber|ver|er|ent|zer|ab|an|auf|aus|ein|zu|vor).*(?:t|en)$|iert$|ieren$/,
  particles: 'ab an auf aus ein mit nach vor zu zuruck um weg bei los nieder',
  months:
    'januar janner jan, februar feber feb, marz, april apr, mai, juni jun, juli jul, ' +
    'august aug, september sep sept, oktober okt, november nov, dezember dez',
  ordinals:
    'erste ersten, zweite zweiten, dritte dritten, vierte vierten, funfte funften, ' +
    'sechste sechsten, siebte siebten, achte achten, neunte neunten, zehnte zehnten, ' +
    'elfte elften, zwolfte zwolften, dreizehnte dreizehnten, vierzehnte vierzehnten, ' +
    'funfzehnte funfzehnten, sechzehnte sechzehnten, siebzehnte siebzehnten, ' +
    'achtzehnte achtzehnten, neunzehnte neunzehnten, zwanzigste zwanzigsten, ' +
    'einundzwanzigste einundzwanzigsten, zweiundzwanzigste zweiundzwanzigsten, ' +
    'dreiundzwanzigste dreiundzwanzigsten, vierundzwanzigste vierundzwanzigsten, ' +
    'funfundzwanzigste funfundzwanzigsten, sechsundzwanzigste sechsundzwanzigsten, ' +
    'siebenundzwanzigste siebenundzwanzigsten, achtundzwanzigste achtundzwanzigsten, ' +
    'neunundzwanzigste neunundzwanzigsten, dreissigste dreissigsten, ' +
    'einunddreissigste einunddreissigsten',
  dates: {
    in: 'im in am vom des der',
    since: 'seit ab',
    after: 'nach',
    until: 'bis',
    before: 'vor',
    between: 'zwischen von vom',
    to: 'bis und',
    the: 'dem den der zum',
    of: 'des im',
    early: 'anfang',
    middle: 'mitte',
    late: 'ende',
  },
};
