//! Given names that tell a man from a woman, for a pronoun that may mean either of two persons.
//!
//! Only those that tell: “Robin” and “Kit” are in neither list. In lower case, parted by spaces.

/// Names of women.
pub(super) const WOMEN: &str = "\
    abigail adele adriana agatha agnes aisha alana aleksandra alexandra alice alicia alina alison allison althea \
    amanda amelia amina amira amy ana anastasia angela angelica angelina anika anita anja ann anna annabel anne \
    annette annie antonia april ariana arlene astrid audrey ava barbara beatrice beatriz becky belinda berit \
    bernadette bernice bertha beth bethany bettina betty beverly bianca blanca bonnie brenda bridget bridie \
    brigitte camila camilla carla carlotta carmen carol caroline carolyn carrie cassandra catalina catherine cathy \
    cecilia celeste celia celinda chantal charlene charlotte cheryl chiara chloe christina christine cindy claire \
    clara clare claudia colleen connie consuelo cora corinne cynthia daisy daniela danielle daphne darlene dawn \
    debbie deborah debra deirdre delia della denisa denise desiree diana diane dilys dinah dolores donna dora \
    doris dorothy dunya edith edna eileen elaine eleanor elena eleni elin elisa elisabeth elise eliza elizabeth \
    ella ellen ellie elsa elsie elvira emilia emily emma enid erica erika erin esme esperanza estelle esther ethel \
    eugenia eunice eva evangeline eve evelyn farah fatima faye felicia felicity fiona flora frances francesca \
    freda frida gabriela gabrielle gail gemma genevieve georgina geraldine gertrude gilda gillian gina giulia \
    gladys glenda gloria grace greer greta gretchen gwen gwenda gwendolyn halina hannah hanne harriet hazel \
    heather hedwig heidi heike helen helena helene helga henrietta hilary hilda hillary holly ida ilana ilka ilona \
    ilse imogen ines inez inga ingrid irena irene irina iris irma isabel isabella isabelle isla ivana ivy \
    jacqueline jade jana jane janelle janet janice janine jasmine jeanette jeanne jenna jennifer jenny jessica \
    jill joan joann joanna jocelyn jodi jodie johanna josefina josephine joy joyce juanita judith judy julia \
    juliana julie juliet juliette june justine kamala kara karen karin karina karla katarina kate katelin \
    katharina katherine kathleen kathryn kathy katie katja katrina kimberly kirsteen kirsten kirsty klara krista \
    kristen kristin kristina kristine lana larissa latoya laura lauren lea leah leila lena leonora leticia lidia \
    lila lilian lillian lily lina linda lisa lise liv liz lois lorna lorraine louisa louise lucia lucille lucy \
    luisa luz lydia lynda lynn lynne mabel maddy maeve magdalena maggie mandy manuela marcella marcia maret \
    margaret margarita margot maria marianne maribel marie marilyn marina marit maritza marjorie marlena marlene \
    marta martha mary maryam mathilde matilda maud maureen mavis maxine maya megan melania melanie melissa \
    meredith mia michaela michelle mila mildred millicent mina minnie miranda miriam mirjam moira molly mona \
    monica morag muriel myra myrtle nadia nancy naomi natalia natalie natasha neda nell nellie niamh nicola nicole \
    nicoletta nina noelle noemi nora norma nuala octavia oda odette olena olga olivia oona ophelia orla ottilie \
    paige paloma pamela patricia patsy patty paula paulina pauline peggy pela penelope penny petra phoebe phyllis \
    pilar polly priya rachael rachel ramona raquel rebecca regina renata renee rhonda rita roberta robyn rochelle \
    rosa rosalie rosalind rose roseanne rosemary rosie roxanne ruby ruth sabrina sada sadie safiya sally salma \
    samantha sandra saoirse sara sarah saskia senka sharon sheila sherry sheryl shirley signe sigrid silvia simone \
    siobhan snezana sofie solveig sonia sonja sophia sophie stella stephanie stephany sue sunita susan susana \
    susanna susanne suzanne svetlana sybil sylvia tabitha tamar tamara tammy tania tanya tara tatiana teresa tess \
    tessa thea thelma theresa thora tilda tina tricia trisha trudy tuva ulrike una ursula uta valerie vanessa \
    vanja vera verena veronica vicky victoria vida viola violet viviana wanda wendy wilhelmina wilma winifred \
    xenia yana yasmin ylva yolanda yvonne zara zeynep zita zoe zuzana";

/// Names of men.
pub(super) const MEN: &str = "\
    aaron adam ahmed ahti aidan alan alasdair alastair albert alberto aldo alec alejandro aleksandr alessandro \
    alexander alfonso alfred alistair alvaro amir anders andre andreas andrei andrew angus ansel anthony antoine \
    anton antonio armin arne arnold arthur arturo ashok aubrey axel barack barry bart basil ben benjamin bernard \
    bernardo bernie bernt bert bertrand bill bjorn blake bob bohdan boris brad bram brandon brendan brett brian \
    bruce bruno bryan byron callum calvin cameron carl carlos casper cecil cedric cesar charles charlie chester \
    christopher chuck clarence claude clayton clemens clifford clive clyde colin conor corey corin cormac \
    cornelius craig cyril dag damian damir dan daniel darren darryl dave david dean declan dennis derek dermot \
    derrick desmond diego dieter dimitri dirk dmitri dmitry dmytro dominic donald donovan doug dougal douglas \
    duncan dustin dwayne dylan eamon eckart eddie edgar edmund eduardo edvard edward edwin egon einar eirik elias \
    elijah elliot elliott emil emile emmanuel enrique eric erich erik ernest ernesto ethan eugene evan ewan fabian \
    farouk federico felix fergus fernando fidel filip finn florian floyd francis francisco franco francois frank \
    frans franz fred frederick friedrich fritz gabriel gary gavin geoff geoffrey georg george gerald gerard \
    gerhard gianni gilbert giles gilles giovanni giuseppe glen glenn goran gordon graham grant greg gregory \
    guillermo gunnar gunter gus gustav gwyn habib hakan halvard hamid hans harald harold harry harvey hassan \
    hector heinrich hendrik henri henrik henry herbert herman hiroshi holger horace horst howard hubert hugh hugo \
    humphrey hussein iain ian ibrahim idris ignatius igor ilya imran isaac ismail ivan ivo jaap jack jacob jacques \
    jaime jake jamal james janne jared jaroslav jarvis jason javier jeff jeffrey jens jeremy jeroen jerome jerry jesper \
    jesse jim jimmy joachim jock joe joel johan johann johannes john jon jonas jonathan joost jorge jorgen jose \
    josef joseph josh joshua josip jost juan julian julio jurgen justin kamil kareem karim karl kaspar kasper \
    keith ken kenneth kevin kirk klaus knut konrad kurt kyle lachlan lajos larry lars laurence lawrence leif leo \
    leon leonard leonid leopold leroy lester lewis liam lloyd logan lorcan lorenzo lothar louis lucas lucien ludo \
    ludwig luis luka luke maarten magnus mahmoud malcolm manfred manuel marc marcel marcelo marco marcus marek \
    mario marius mark markus martin matej mateo mathias matt matthew matthias mattias maurice mehmet melvin \
    michael mick miguel mike mikhail mikkel milan miles milos mirko miroslav mitch mitt mohamad mohamed mohammad mohammed \
    muhammad murray mustafa nathan nathaniel neal ned neil nicholas nick niels nigel nikolai nikolaus nikos nils \
    noah noel norman ola olaf olav ole oleg oliver omar orhan osama oscar otto ove owen pablo paolo pascal \
    patricio patrick paul pavel pavle peder pedro per perry pete peter petr phil philip philippe pierre piers piet \
    piotr quentin radek rafael ragnar rainer ralf ralph rasmus ramon ramsay randall randy rashid raul ray raymond \
    reginald reinhard rene rhys ricardo richard rick rob robert roberto roderick rodney rodrigo roger roland rolf \
    roman ron ronald rory ross roy ruben rudolf rupert russell rutger ruud ryan salman salvador samuel sander \
    santiago saul scott sean sebastian sepp sergei sergej sergey sergio seth shane shaun shawn sidney sigmund \
    sigurd silvio simon slavko soren stan stanislav stanley stefan stellan sten stephen steve steven stewart \
    stuart sven sverre tadeusz tancredi tariq tarquin ted theo theodore thierry thomas thorsten tiberius tibor tim \
    timo timothy tobias toby todd tom tomas tomasz tomaz tony torsten travis trevor tyler ulrich umar uwe vaclav \
    valentin vasil vasily vasko vaughan vernon vic victor vidar viktor vince vincent vito vladimir volker waldemar \
    walter warren wayne werner wesley wilfred wilhelm willem william wim winston wolfgang xavier yannick yuri \
    yusuf yves zachary zdenek zoltan zoran";
