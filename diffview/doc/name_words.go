package doc

import (
	"strings"
	"sync"

	"parallax/diffview/lexicon"
)

// What a name is made of: the words that tell a person's title from the name,
// an organisation or a place from a person, a name from a word that only
// begins a sentence. The lists were written for news in English and hold what
// is frequent there, not everything.

// RoleWords are nouns for what a person is, by office or by calling: they stand
// before a name ("Defense Secretary Pete Hegseth"), after it ("Pete Hegseth,
// the defense secretary") or for it ("the secretary").
var RoleWords = lexicon.WordSet(`president secretary minister premier senator sen representative rep congressman congresswoman gov governor
	mayor judge justice chief director officer sheriff attorney spokesman spokeswoman spokesperson ambassador envoy general gen
	colonel col king queen prince princess duke duchess emperor pope bishop archbishop cardinal imam rabbi coach manager
	professor prof dr deputy chairman chairwoman chair chairperson ceo cfo coo executive commissioner prosecutor detective
	sergeant sgt lieutenant lt captain capt major maj admiral commander lawyer solicitor barrister actor actress singer
	leader speaker whip author analyst economist chancellor councillor cllr councilman councilwoman councilor treasurer
	trooper corporal cpl private pvt superintendent supt inspector constable reverend rev pastor founder owner
	editor reporter journalist engineer doctor nurse teacher principal dean candidate nominee lawmaker strategist adviser
	advisor aide counsel fire-fighter firefighter marshal ombudsman negotiator magistrate coroner rapper comedian musician
	quarterback striker goalkeeper midfielder defender pitcher mp msp mep assemblyman assemblywoman legislator delegate
	undersecretary vice-president co-founder president-elect billionaire tycoon activist dissident astronaut pilot scientist
	researcher sir dame lord lady baroness senators sens representatives reps governors govs ministers presidents`)

// onlyCapital are roles that in small letters more often are other words.
var onlyCapital = lexicon.WordSet(`major general private premier principal cardinal dean sergeant marshal striker lady chair king queen prince`)

// countries are names that a hyphen joins to others: "US-Mexico".
var countries = lexicon.WordSet(`us u.s u.s. uk china russia mexico iran israel india pakistan korea japan germany france america england`)

// AddressWords are titles that say nothing about what a person does. They are
// part of no role.
var AddressWords = lexicon.WordSet(`mr mrs ms miss mx madam sir dame lord lady dr prof rev`)

// roleModifiers are words in small letters that belong to the role after them.
var roleModifiers = lexicon.WordSet(`former ex acting interim deputy vice assistant associate senior chief prime first foreign finance
	interior defense defence district state federal county city police fire executive managing general national lead head
	operations financial operating press house senate majority minority opposition congressional special presidential
	republican democratic conservative liberal ruling supreme military army navy air health home energy education justice
	labor labour transport trade technology communications policy campaign party defeated veteran longtime then`)

// PastOffices say that a role is no longer held, or not yet: it conflicts with none.
var PastOffices = lexicon.WordSet(`former ex then-president onetime outgoing retired late ousted fired ex- incoming elect designate nominee
	candidate presumptive acting interim would-be`)

// womanly and manly are words that tell who "she" or "he" can stand for.
var (
	womanly = lexicon.WordSet(`mrs ms miss madam actress queen princess duchess spokeswoman congresswoman chairwoman councilwoman
		assemblywoman businesswoman dame lady baroness woman girl mother wife daughter sister widow grandmother aunt niece
		policewoman waitress heiress`)
	manly = lexicon.WordSet(`mr king prince duke sir lord spokesman congressman chairman councilman assemblyman businessman man boy father
		husband son brother widower grandfather uncle nephew policeman waiter pope`)
)

// heads of names that are not a person's, by what they name.
var (
	organisationHeads = lexicon.WordSet(`association committee commission party department agency court university college police inc corp
		co ltd llc plc company corporation council board bureau bank ministry office senate house congress parliament
		institute foundation union federation league club church school hospital center centre service services authority
		administration group organization organisation coalition force forces army navy guard times post journal news
		press network television tv radio magazine assembly society trust fund industries systems airlines airways
		motors energy partners international recovery media college academy team united city fc brotherhood front
		movement network cartel cartels alliance organizations inspectorate hall`)
	placeHeads = lexicon.WordSet(`street avenue road boulevard island islands county river city bay gulf sea ocean lake mountain mountains
		valley park square beach peninsula province state states desert coast strait canyon airport station bridge
		district village hills heights harbor harbour republic kingdom`)
	ofHeads = lexicon.WordSet(`defense university college department ministry bureau bank court house institute office board council committee church
		gulf bay city county port isle republic kingdom state states school center centre museum league association
		federation union army sons knights daughters chamber academy society rights bill senate act strait sea
		church cathedral hall people village town duchy duke prince queen king`)
	forHeads = lexicon.WordSet(`institute center centre committee association coalition agency foundation fund society organization
		council office campaign citizens americans union network`)
)

// particles join the parts of a person's name.
var particles = lexicon.WordSet(`de del der den von van bin ben ibn al el la le da di dos du ter ten abu`)

// notNames are words written with a capital that name no one.
var notNames = lexicon.WordSet(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
	january february march april may june july august september october november december jan feb mar apr jun jul aug sep
	sept oct nov dec a.m p.m am pm ok yes advertisement photo video watch read breaking update christmas easter
	english god internet web i'm i'll i've i'd gmt est edt bst utc`)

// starters begin sentences and come before names, and are not part of them.
var starters = lexicon.WordSet(`laut selon según secondo segundo conforme volgens enligt ifølge meanwhile yesterday today tomorrow earlier later however still also former last next officials police
	critics lawyers prosecutors authorities investigators witnesses supporters opponents according asked told though
	added said says like unlike despite following other another new old both many some recently currently previously
	early late only even nearly about around ex-president sources reports report exclusive opinion analysis republicans
	democrats lawyer attorney actress actor`)

// abbreviations of American states as news writes them after a town's name,
// and the names they stand for.
var states = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, l := range strings.Split(`ala:alabama ariz:arizona ark:arkansas calif:california colo:colorado conn:connecticut
		del:delaware fla:florida ga:georgia ill:illinois ind:indiana kan:kansas ky:kentucky la:louisiana md:maryland
		mass:massachusetts mich:michigan minn:minnesota miss:mississippi mo:missouri mont:montana neb:nebraska nev:nevada
		okla:oklahoma ore:oregon pa:pennsylvania tenn:tennessee tex:texas vt:vermont va:virginia wash:washington
		wis:wisconsin wyo:wyoming`, "\n") {
		for _, f := range strings.Fields(l) {
			short, long, _ := strings.Cut(f, ":")
			out[short], out[long] = long, long
		}
	}
	for _, s := range []string{"alaska", "hawaii", "idaho", "iowa", "maine", "ohio", "utah"} {
		out[s] = s
	}
	return out
})

// given names that are frequent in the news, by whom they are given to.
var (
	womensNames = lexicon.WordSet(`mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret
		ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia
		kathleen amy angela shirley anna brenda emma pamela nicole samantha katherine christine debra rachel carolyn janet
		maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan
		andrea cheryl hannah jacqueline martha gloria teresa ann anne sara madison frances kathryn janice jean abigail
		alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany
		charlotte marie kayla alexis lori hillary hilary nikki elena claudia lindsay lindsey angelina jane kate catherine
		meghan melania ivanka kamala michele nicola theresa priti ursula jacinda fatima aisha ilse ingrid sofia carla lucia
		marguerite condoleezza sonia ruth janice gabrielle dianne nancy paula loretta kirstjen kellyanne sally eva monica
		ida astrid greta karin birgit sigrid liv kirsten elsa clara rosa carmen ana isabel camille chloe claire brigitte giorgia chiara anya olga irina svetlana
		yulia tatiana nadia leila layla zainab amina priya aisha mei yuki sakura lucy ellie emily zoe ella mia erin fiona siobhan aoife`)
	mensNames = lexicon.WordSet(`james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
		donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary
		nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick
		jack dennis jerry tyler aaron jose adam henry nathan douglas zachary peter kyle walter ethan jeremy harold keith
		christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert
		willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell elijah louis bobby philip johnny bill
		bob jim tom mike dan steve chris barack vladimir boris emmanuel xi kim mitt newt rick ted marco bernie pete rand
		mitch chuck harry rush sergei dmitry ivan hugo pedro luis carlos miguel jorge francisco antonio diego ahmed mohamed
		mohammed muhammad ali omar hassan hussein ibrahim mahmoud abdul yasser rahul narendra imran nawaz karl hans klaus
		jean pierre francois nicolas jacques silvio matteo giuseppe tony gordon nigel jeremy ed nick tim ben sam max
		glenn jeff greg doug stan fred alex arnold rex tomas hector arturo enrique rafael fidel raul evo lindsey
		jon ola lars nils erik olaf bjorn anders magnus henrik johan jan piet hans jurgen wolfgang markus stefan dieter luc marc henri olivier laurent alain emile
		luca marco paolo giovanni andrzej piotr pavel vaclav jiri istvan viktor yuri igor oleg mikhail alexei nikolai volodymyr mustafa mehmet recep kenji hiroshi
		sanjay amit rajesh arjun kwame kofi sam josh chad luke liam sean ian neil graham keir rishi alistair callum hugh`)
)

// TownWords are names of towns that need no larger place beside them in the news.
// None is also the name of a country or of an American state.
var TownWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Split("albany,albuquerque,amsterdam,ankara,atlanta,austin,baghdad,baltimore,bangkok,barcelona,beijing,beirut,belfast,"+
		"berlin,birmingham,boise,boston,bristol,brussels,bucharest,budapest,buffalo,cairo,calgary,caracas,cardiff,charlotte,chicago,"+
		"cincinnati,cleveland,copenhagen,dallas,damascus,delhi,denver,detroit,dubai,dublin,edinburgh,fresno,geneva,glasgow,hamburg,"+
		"havana,helsinki,hong kong,honolulu,houston,indianapolis,islamabad,istanbul,jacksonville,jakarta,jerusalem,johannesburg,kabul,"+
		"karachi,kiev,kyiv,lagos,lahore,las vegas,leeds,lima,lisbon,liverpool,london,los angeles,louisville,lyon,madrid,"+
		"manchester,manila,marseille,melbourne,memphis,miami,milan,milwaukee,minneapolis,montreal,moscow,mumbai,munich,nairobi,"+
		"nashville,new delhi,new orleans,newark,newcastle,oakland,omaha,orlando,oslo,ottawa,paris,perth,philadelphia,phoenix,pittsburgh,"+
		"prague,raleigh,rio de janeiro,rome,sacramento,san antonio,san diego,san francisco,san jose,sao paulo,seattle,seoul,shanghai,"+
		"sheffield,spokane,st louis,st petersburg,stockholm,sydney,tampa,tehran,tel aviv,tokyo,toronto,tripoli,tucson,tulsa,vancouver,"+
		"venice,vienna,warsaw,zurich", ",") {
		out[w] = true
	}
	return out
})
