//! Given names that tell a man from a woman, for a pronoun that may mean either of two persons.
//!
//! Only those that tell: “Robin” and “Kit” are in neither list. In lower case, parted by spaces. What a name that is in neither
//! looks like, to whoever reads it for the first time, is told by its ending ([`looks`]).

/// Names of women.
pub(super) const WOMEN: &str = "\
    aada aava abigail adela adele adriana agata agatha agathe agda agnes aida aino aisha aisling alana aleksandra \
    alexandra alice alicia alina alison allison alma althea alva alya amalia amalie amanda amara amelia amina amira \
    amy ana anais anastasia aneta angela angelica angelina angharad anica anika anita anja ann anna annabel anne \
    annette annie annika anouk antje antonia aoife april arabella ariadne ariana arlene asa asta astri astrid \
    asuncion audrey aurelia ava ayse barbara barbro bea beatrice beatriz becky belinda berit \
    bernadette bernice berta bertha beth bethany bettina betty beverly bianca birgit birgitta birte blanca bodil \
    bonnie borghild bozena branka brenda bridget bridie brigitte brita britt britta camila camilla carina carla \
    carlotta carmen carol carola caroline carolyn carrie cassandra catalina cateline catherine cathy cecile cecilia \
    celeste celia celinda celine chantal charlene charlotta charlotte cheryl chiara chloe christina christine ciara \
    cilla cindy claire clara clare claudette claudia colleen concha connie consuelo cora cordelia corinne \
    cornelia cosima cynthia dagmar dagny daisy daniela danielle danuta daphne daria darlene dawn debbie deborah \
    debra deirdre delia della delphine denisa denise desdemona desiree diana diane dilys dinah dita dolores \
    dominika donna dora doris dorota dorothea dorothy dorte dorthe drusilla dunya edda edina edith edna edwina \
    eileen eira elaine eleanor elena eleni elfriede elin elisa elisabeth elise eliza elizabeth elke ella ellen \
    ellie ellinor eloise elsa elsbeth elsie elspeth elvi elvira ema emilia emily emine emma emmeline ena enid erica \
    erika erin erna esme esperanza estelle esther ethel ethna eugenia eulalia eunice eva evangeline eve evelyn \
    fabiola faith fanny farah fatima fatma faye felicia felicitas felicity fern fiona flavia fleur flora florence \
    frances francesca frauke freda freya frida friederike gabriela gabrielle gail galina gemma genevieve \
    georgina geraldine gerda germaine gertrude ghislaine gilda gillian gina giovanna gisela giselle giulia gladys \
    glenda gloria grace greer greta gretchen gro gudrun gundula gunhild gunilla gwen gwenda gwendolyn halina hana \
    hanna hannah hanne harriet hatice hazel heather hedda hedvig hedwig heidi heike helen helena helene helga \
    helmine henrietta henriette hermine hermione hester hilary hilda hilde hildegard hillary holly hortense ida \
    idun ieva ilana ilaria ileana ilka ilona ilse imelda imke imogen imogene ines inez inga inge ingeborg \
    inger ingrid ioana iona ione irena irene irina iris irja irma irmgard isabel isabella isabelle isla isobel \
    isolde ivana ivy jacqueline jade jadranka jadwiga jana jane janelle janet janice janine jarmila jasmine \
    jeanette jeanne jelena jenna jenni jennifer jenny jessica jill joan joana joann joanna jocelyn jodi jodie \
    johanna jolanta jorunn josefa josefina josephine joy joyce juanita judith judy julia juliana juliane julie \
    juliet juliette june justine jutta kadri kaisa kaja kajsa kamala kara karen karin karina karla karolina \
    karoline katarina kate katelin katharina katherine kathleen kathryn kathy katie katja katrina kerstin khadija \
    kimberly kinga kirsi kirsteen kirsten kirstie kirsty klara klaudia klothilde konstanze krista kristen kristin \
    kristina kristine krystyna laila lana larisa larissa latoya laura lauren lea leah leda leena leila lena lene \
    leni lenka lenore leocadia leonora leticia letitia lidia lidiya lieke lieselotte ligia lila lilian lilli \
    lillian lily lina linda lioba lisa lise liselotte liv liz ljiljana lois loretta lorna lorraine lotta lotte \
    louisa louise luana lucia lucille lucinda lucretia lucy ludmila ludovica luisa luise luz lydia lynda lynn lynne \
    mabel maddy maeve magda magdalena maggie maija maja malin mandy manon manuela marcella marcia maret marfa \
    margaret margarethe margarita margit margot margrethe maria mariana marianne maribel marie marieke marietta \
    mariette marija marika marilyn marina marisa marisol marit maritza marjolein marjorie marlena marlene marlies \
    marta martha mary maryam mathilde matilda maud maureen mavis maxine maya mechthild megan melania melanie \
    melissa mercedes meredith merete mette mia michaela michelle mihaela mila mildred milena millicent mina minnie \
    miranda mirela miriam mirjam mirjana moira molly mona monica morag morwenna muriel myra myrtle nadezhda nadia \
    nadine nadja nancy naomi natalia natalie natalija natasha neda nell nellie nerys nessa niamh nicola nicole \
    nicoletta nina noelle noemi nora norah norma nuala octavia oda odette odile olena olga olivia oona \
    oonagh ophelia orla orsolya ottilia ottilie paige paloma pamela paola patricia patsy patty paula paulina \
    pauline peggy pela penelope penny pernille perpetua petra petronella philippa phoebe phyllida phyllis pia pilar \
    pippa polina polly priscilla priya prudence rachael rachel radka raisa ramona raquel rasa rebecca regina renata \
    renate renee rhonda ricarda rikke rita roberta robyn rochelle roisin romy ronja rosa rosalba rosalie rosalind \
    rosalyn rosamund rosanna rose roseanne rosemary rosie rosina rowena roxanne ruby runa ruth saara sabine sabrina \
    sada sadie safiya sally salma samantha sandra sanna saoirse sara sarah sarai saskia selina selma senka senta \
    serena sharon sheila sherry sheryl shirley sibylla sieglinde signe sigrid sigrun silke silvia simona simone \
    sinead siobhan siri snezana sofia sofie solvei solveig sonia sonja sophia sophie stefania steffi stella \
    stephanie stephany stina sue sunita sunniva susan susana susanna susanne suzanne svea svenja svetlana swantje \
    sybil sylvia sylvie tabea tabitha tamar tamara tammy tamsin tania tanya tara tatiana tatjana tekla teodora \
    teresa terttu tess tessa thea thekla thelma theresa thora thyra tilda tilde tina tineke tiril tora tordis \
    torill tricia trine trisha trudi trudy turid tuva tyra ulla ulrika ulrike una undine ursula urszula uta valborg \
    valentina valerie vanessa vanja veerle vendela vera verena veronica veslemoy vesna vibeke vicky victoria vida \
    vilma viola violet violeta violetta viviana vivien vlasta wanda wenche wendela wendy wenna wiebke wilhelmina \
    wilhelmine wilma winifred winnie xanthe xenia ximena yana yasmin yelena yesim yevgenia ylva yolanda yrsa \
    yvette yvonne zara zelda zenobia zeynep zita zoe zofia zora zuleika zuzana";

/// Names of men.
pub(super) const MEN: &str = "\
    aaron abel achille achim adalbert adam ahmed ahti aidan aksel alan alasdair alastair albert alberto albin \
    albrecht aldo aldous alec alejandro aleksandr alessandro alessio alexander alexei alfons alfonso alfred \
    alistair alois aloysius alphonse alvar alvaro alwin amadeus amadou ambros ambrose amir amos anatole anatoly \
    anders andre andreas andrei andrew angus ansel anselm antero anthony antoine anton antonio arkady arlo armand \
    armando armin arnaud arndt arne arno arnold arnt artem arthur artur arturo arvid asbjorn asger ashok aslak atle \
    attila aubrey auguste augustin aurelio axel baldur balthasar baptiste barack barry bart bartholomew \
    bartosz basil bastian bela ben benedict benedikt bengt benjamin benno bernard bernardo bernhard bernie bernt \
    bert bertrand bill birger birk bjorn blake bob bodo bogdan bohdan boleslaw boris borislav brad bram brandon \
    brecht brendan brett brian bruce bruno bryan brynjar burkhard byron caleb callum calvin cameron carl carlo \
    carlos carsten caspar casper cato cecil cedric cesar charles charlie chester christer christian christof \
    christoph christopher chuck clarence claude clayton clemens clement clifford clive clyde cole colin conor corey \
    corin cormac cornel cornelius cosmo craig crispin cuthbert cyril cyrus dag dagfinn damian damien damir dan \
    daniel danilo dario darren darryl dave david davor dean declan denis dennis derek dermot derrick desmond detlef \
    dexter didier diederik diego dieter dietmar dietrich dimitri dino dirk dmitri dmitry dmytro dolf domingo \
    dominic dominik donald donovan doug dougal douglas draco dragan duncan dunstan dustin dwayne dylan eamon ebbe \
    eberhard eckart eddie edgar edmond edmund eduard eduardo edvard edvin edward edwin eetu egil egon einar eino \
    eirik eivind ekkehard elia elias elijah eliot elliot elliott emanuel emeka emeric emerson emil emile emmanuel \
    enda endre engelbert ennio enoch enrique enzo eoin ephraim eric erich erik erland erling ernest ernesto erno \
    ernst erwin esben espen ethan ettore eugene eusebio evan evert ewan ezekiel ezra fabian fabio fabrice faisal \
    farid farouk faust fausto federico fedor felix ferdinand ferdy ferenc fergus fernando fidel filip filippo \
    finlay finn fintan fjodor flavio florent florian floris floyd folke folkert francis francisco franco francois \
    frank frans franz fraser fred frederick friedrich fritz frode fyodor gabriel gary gaspar gaston gavin geert \
    geir gennaro geoff geoffrey georg george gerald gerard gerd gerhard gerhart gernot gerolf gerrit gianni gideon \
    gilbert giles gilles gino giorgio giovanni gisbert giuseppe glen glenn goddard godfrey goran gordon gottfried \
    graham grant greg gregor gregory grigori guido guillaume guillermo gunnar gunter gunther gus gustaf gustav gwyn \
    gyorgy gösta haakon habib hadrian hagen hakan halfdan halvard halvor hamid hamish hannes hanno hanns hans \
    harald harlan harold harro harry hartmut harvey hassan haydn hector heiko heimo heinrich heinz helge helmut \
    hendrik henning henri henrik henrique henry herbert heribert herman hermann hieronymus hilario hilmar hiroshi \
    hjalmar holger holm horace horst howard hubert hugh hugo humphrey hussein iain ian ibrahim idris ignatius igor \
    iker ilmari ilya immanuel imran imre ingmar ingo ingvar ioan ion iosif isaac isak isidor isidore ismail istvan \
    ivan ivar ivo ivor jaap jack jacob jacques jaime jake jakob jakub jamal james janne janos janusz jared jarl \
    jarle jarno jaromir jaroslav jarvis jason jasper javier jeff jeffrey jens jeppe jeremiah jeremias jeremy jeroen \
    jerome jerry jerzy jesper jesse jim jimmy joachim joakim joao joaquim joaquin jochen jock joe joel joep johan \
    johann johannes john jon jonah jonas jonathan joost jorg jorge jorgen jose josef joseph josh joshua josiah \
    josip joss jost jozef juan juha juhani jukka julian julien julio julius jurek jurg jurgen juri jussi justin \
    jörg jürgen kaj kalle kamil kareem karel karim karl karsten kasimir kaspar kasper kazimir kees keith ken \
    kenneth kermit kevin kiril kirk kjell kjetil klaus klement knut kolbjorn konrad konstantin korbinian kornel \
    krister kristian kristof kristoffer krzysztof kuno kurt kyle lachlan ladislav lajos lambert larry lars lasse \
    laszlo laurence lauri lawrence lazar lazlo leander leandro leif lennart leo leon leonard leonardo leonhard \
    leonid leopold leopoldo leroy lester levi lewis liam linus lionel lloyd logan lorcan lorenzo lorne lothar louis \
    luc luca lucan lucas lucian luciano lucien lucius ludo ludovic ludvik ludwig luigi luis luka lukas luke lutz \
    lyndon maarten maciej magne magnus mahmoud maksim malcolm manfred mansur manuel marc marcel marcello marcellus \
    marcelo marcin marco marcus marek marijn mario marius mark markus marlon martin massimo matej mateo mathias \
    mathieu matija matt matthew matthias matti mattias mattis mauri maurice mauro max maxim maximilian mehmet \
    meinhard meinrad melvin mendel michael michal mick miguel mihai mika mikael mike mikhail mikkel miklos milan \
    miles milo milorad milos mirko miroslav miroslaw mitch mitt mohamad mohamed mohammad mohammed moritz \
    morten mortimer muhammad murray mustafa nahum napoleon nathan nathanael nathaniel nazim neal ned neil \
    neville niall nicholas nick nicolai nicolas nicolo niels nigel nikola nikolai nikolaus nikos nils noah noel \
    norbert norman obadiah octavio odd oddvar odin oisin ola olaf olav olavi ole oleg oliver oliviero olli omar \
    orhan orlando orson osama osborne oscar osmund osric ossi oswald oswin otis otmar ottmar otto ottokar ove owain \
    owen pablo padraig paolo pascal pascoe patricio patrick patrik paul pauli paulo pavel pavle pavo peder pedro \
    pekka pelle per percival percy perry perttu petar pete peter petr petrus petteri phil philemon philip philippe \
    pierre piers piet pietro pim piotr pirmin primo prosper quentin radek radomir radoslav radovan rafael ragnar \
    raimo raimund rainer rainier ralf ralph ramiro ramon ramsay randall randolph randy raphael rashid rasmus raul \
    ray raymond rayner regin reginald reiner reinhard reinhold reino remco remi renato rene renzo reto reuben \
    rhodri rhys ricard ricardo riccardo richard rick rinaldo roald rob robert roberto rocco roderick rodney rodrigo \
    roel roger rogier roland rolf rollo romain roman romeo ron ronald rory ross roy ruben rudolf rufus runar rune \
    rupert rurik russell rutger ruud ryan sakari salman salvador salvatore sampo samuel sander sandor sandro \
    santeri santiago satish saul scott sean sebald sebastian sefton selim sepp seppo septimus serge sergei sergej \
    sergey sergio seth severin shane shaun shawn sidney sigmund sigurd sigvard silas silvan silvester silvestre \
    silvio simon sindre sivert slavko slobodan snorre soren staffan stan stanislas stanislav stanley stefan steffen \
    stellan sten stephen steve steven stewart stig stuart sven sverre sylvain sylvester tadeu tadeusz tamas \
    tancredi tariq tarjei tarquin tauno ted teemu teodor terence terje thaddeus theo theobald theodor theodore \
    thierry thijs thomas thor thorben thore thorsten thorvald tibalt tiberius tibor tijn tim timo timon timothy \
    timur tito tobias tobin toby todd toivo tom tomas tomasz tomaz tommaso tony tor torbjorn tord tore torgeir \
    torstein torsten torvald travis trevor tristan trygve tudor tycho tyler ulf ulric ulrich ulrik umar urban urs \
    uwe vaclav valdemar valentin valerio valter vasil vasily vasko vaughan vegard veikko vernon vic victor vidar \
    vidkun viggo vigo viktor vilhelm ville vilmos vince vincent vinzenz virgil vitaly vito vittorio vitus vivek \
    vlad vladimir vladislav vojtech volker volkmar waldemar wallace walter walther warren wayne wendell wenzel \
    werner werther wesley wieland wilf wilfred wilfried wilhelm wilko willem willi william wim winston wladimir \
    wolfgang wolfram wystan xaver xavier yann yannick yannis yngve yorick yuri yusuf yves zacharias zachary \
    zbigniew zdenek zdravko zeljko zeno zoltan zoran zygmunt ádám";

/// Endings of names, in lower case, that nearly all are women’s.
const OF_WOMEN: &[&str] = &["a", "ette", "elle", "ine", "een", "lyn", "wen", "beth", "hild", "ynn", "ann", "een", "yn"];
/// Letters in which men’s names end, and few of women’s.
const OF_MEN: &[char] = &['b', 'c', 'd', 'f', 'g', 'k', 'm', 'n', 'o', 'p', 'r', 's', 't', 'u', 'v', 'w', 'x', 'z'];

/// Whether a name that is in neither list looks like a man’s, or a woman’s.
pub(super) fn looks(name: &str) -> Option<bool> {
    if OF_WOMEN.iter().any(|ending| name.ends_with(ending)) {
        return Some(false);
    }
    name.ends_with(OF_MEN).then_some(true)
}
