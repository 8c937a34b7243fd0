package corpus

import (
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
	"parallax/corpus/outlets"
	"parallax/corpus/prose"
)

// pageTexts are three paragraphs of one invented article in several languages.
var pageTexts = map[string][]string{
	"en": {
		"The water works of Orde shut two of their five wells on Friday, after a laboratory had found a weedkiller in them.",
		"Some nine thousand people in the upper town have to boil their water until new pipes are laid, the works said in a letter.",
		"The council, which had been told in autumn, will meet behind closed doors on Monday and then speak to the press.",
	},
	"de": {
		"Das Wasserwerk von Orde hat am Freitag zwei seiner fünf Brunnen geschlossen, nachdem ein Labor darin ein Mittel gegen Unkraut gefunden hatte.",
		"Etwa neuntausend Menschen in der Oberstadt müssen ihr Wasser abkochen, bis neue Leitungen liegen, teilte das Werk in einem Brief mit.",
		"Der Rat, der im Herbst davon erfahren hatte, tagt am Montag hinter verschlossenen Türen und will sich danach äußern.",
	},
	"fr": {
		"Le service des eaux d’Orde a fermé vendredi deux de ses cinq puits, après qu’un laboratoire y a trouvé un désherbant.",
		"Quelque neuf mille habitants de la ville haute doivent faire bouillir leur eau jusqu’à la pose de nouvelles conduites, selon une lettre.",
		"Le conseil, averti dès l’automne, se réunira lundi à huis clos avant de s’exprimer devant la presse.",
	},
	"es": {
		"El servicio de aguas de Orde cerró el viernes dos de sus cinco pozos, después de que un laboratorio hallara en ellos un herbicida.",
		"Unas nueve mil personas de la ciudad alta deben hervir el agua hasta que se tiendan nuevas tuberías, según una carta del servicio.",
		"El concejo, que lo sabía desde el otoño, se reunirá el lunes a puerta cerrada y hablará después con la prensa.",
	},
	"it": {
		"L’acquedotto di Orde ha chiuso venerdì due dei suoi cinque pozzi, dopo che un laboratorio vi ha trovato un diserbante.",
		"Circa novemila persone della città alta devono bollire l’acqua finché non saranno posate nuove condotte, dice una lettera.",
		"Il consiglio, informato già in autunno, si riunirà lunedì a porte chiuse e parlerà poi alla stampa.",
	},
	"pt": {
		"O serviço de águas de Orde fechou na sexta-feira dois dos seus cinco poços, depois de um laboratório ter encontrado neles um herbicida.",
		"Cerca de nove mil pessoas da cidade alta têm de ferver a água até haver novos canos, diz uma carta do serviço.",
		"O conselho, que sabia desde o outono, reúne-se na segunda-feira à porta fechada e fala depois à imprensa.",
	},
	"nl": {
		"Het waterbedrijf van Orde heeft vrijdag twee van zijn vijf putten gesloten, nadat een laboratorium er een onkruidmiddel in had gevonden.",
		"Zo’n negenduizend mensen in de bovenstad moeten hun water koken tot er nieuwe leidingen liggen, staat in een brief.",
		"De raad, die het sinds de herfst wist, komt maandag achter gesloten deuren bijeen en spreekt daarna met de pers.",
	},
	"sv": {
		"Vattenverket i Orde stängde på fredagen två av sina fem brunnar, sedan ett laboratorium hade hittat ett bekämpningsmedel i dem.",
		"Omkring niotusen människor i övre staden måste koka sitt vatten tills nya ledningar har lagts, skriver verket i ett brev.",
		"Rådet, som fick veta det i höstas, möts på måndagen bakom stängda dörrar och talar sedan med pressen.",
	},
	"pl": {
		"Wodociągi w Orde zamknęły w piątek dwie z pięciu studni, gdy laboratorium znalazło w nich środek chwastobójczy.",
		"Około dziewięciu tysięcy mieszkańców górnego miasta musi gotować wodę do czasu położenia nowych rur, napisano w liście.",
		"Rada, która wiedziała o tym od jesieni, zbierze się w poniedziałek za zamkniętymi drzwiami, a potem spotka się z prasą.",
	},
	"ru": {
		"Водоканал Орде закрыл в пятницу две из пяти скважин, после того как лаборатория нашла в них средство от сорняков.",
		"Около девяти тысяч жителей верхнего города должны кипятить воду, пока не проложат новые трубы, говорится в письме.",
		"Совет, который знал об этом с осени, соберётся в понедельник за закрытыми дверями, а затем выступит перед прессой.",
	},
	"ja": {
		"オルデの水道局は金曜日、検査で除草剤が見つかったとして、五つある井戸のうち二つを閉鎖した。",
		"上町のおよそ九千人は、新しい水道管が敷かれるまで水を煮沸しなければならないと、水道局は手紙で伝えた。",
		"秋から知らされていた市議会は月曜日に非公開で会合を開き、その後に記者会見を行う予定だ。",
	},
}

// An ownPage is a page in a few slots, and what must come out of it.
type ownPage struct {
	what, lang         string
	head               string // in <head>, beside the title
	title              string // <title>; the heading alone when ""
	above, below       string // of the heading
	middle, end, after string // after the first paragraph, after the last, after the article
	layout             string // "" for <main><article>…; % is where all of that goes
	published          string
	outlet             string
	authors            string // by "|"; "-" for none
	updated            string
	has, not           []string // in and not in the article's own text
	oneTime            bool     // a paragraph may be there once only
}

const ownHeading = "Orde shuts two wells"

var ownPages = []ownPage{
	// dates
	{what: "a definition list of facts", lang: "en", below: `<dl class="facts"><dt>Published</dt><dd>17 February 2026</dd></dl>`, published: "2026-02-17"},
	{what: "a German line without a class", lang: "de", below: `<div><span>Orde</span> – <span>17.02.26, 18:05 Uhr</span></div>`, published: "2026-02-17"},
	{what: "French, in a header after the headline", lang: "fr", below: `<div class="signature">Publié aujourd’hui à 10h05, le 17 février 2026</div>`, published: "2026-02-17"},
	{what: "Spanish, the update first", lang: "es", below: `<div class="info-fechas"><span>Actualizado: 19 feb 2026 - 09:10</span> <span>Publicado: 17 feb 2026 - 08:00</span></div>`, published: "2026-02-17", updated: "2026-02-19"},
	{what: "Italian, a weekday", lang: "it", above: `<p class="data">martedì 17 febbraio 2026, ore 18.05</p>`, published: "2026-02-17"},
	{what: "Portuguese, slashes", lang: "pt-BR", below: `<p>Publicado em 05/03/2026 às 14h30</p>`, published: "2026-03-05"},
	{what: "Dutch, dashes", lang: "nl", below: `<span class="artikel-datum">05-03-2026 14:30</span>`, published: "2026-03-05"},
	{what: "Swedish, ISO in a time's text", lang: "sv", below: `<time>Publicerad 2026-03-05 14.30</time>`, published: "2026-03-05"},
	{what: "Polish", lang: "pl", below: `<div id="dataPublikacji">5 marca 2026, 14:30</div>`, published: "2026-03-05"},
	{what: "Russian", lang: "ru", below: `<div class="article__info-date"><a href="/20260305/">14:30 05.03.2026</a></div>`, published: "2026-03-05"},
	{what: "Japanese", lang: "ja", below: `<p class="date_time">2026年3月5日 14時30分</p>`, published: "2026-03-05"},
	{what: "American, short", lang: "en-US", below: `<p class="story-meta">03/05/26 2:30 PM EST</p>`, published: "2026-03-05"},
	{what: "British, by the locale", head: `<meta property="og:locale" content="en_GB">`, below: `<p class="posted-on">05/03/2026</p>`, published: "2026-03-05"},
	{what: "in the tag as Java writes it", head: `<meta name="pubdate" content="2026-03-05T14:30:00+01:00[Europe/Berlin]">`, published: "2026-03-05"},
	{what: "in the tag as JavaScript writes it", head: `<meta property="article:published_time" content="Thu Mar 05 2026 14:30:00 GMT+0100 (Central European Standard Time)">`, published: "2026-03-05"},
	{what: "the tag says when the page was saved", lang: "de", head: `<meta name="date" content="2026-11-20T10:00:00Z">`, below: `<p class="datum">Erschienen am 5. März 2026</p>`, published: "2026-03-05"},
	{what: "a column of other articles before it", lang: "en", above: `<div class="latest-news"><time datetime="2026-11-20">20 Nov</time></div>`, below: `<p>5 March 2026</p>`, published: "2026-03-05"},
	{what: "a card with a time after it", lang: "en", after: `<section class="more"><article class="card"><h3>Old story</h3><time datetime="2019-01-02">2 Jan 2019</time></article></section>`, published: ""},
	{what: "only an update", lang: "en", below: `<p>Last updated 5 March 2026 at 7pm</p>`, published: "", updated: "2026-03-05"},
	{what: "below the text", lang: "en", end: `<p class="published">Published 5 March 2026</p>`, published: "2026-03-05"},
	// authors
	{what: "a name and a city", lang: "de", below: `<p class="autor">Von <a href="/k">Karl Brunn</a>, Orde</p>`, authors: "Karl Brunn"},
	{what: "three in French", lang: "fr", below: `<div class="auteur">Par Anne Roy, Luc Blin et Eve Noir</div>`, authors: "Anne Roy|Luc Blin|Eve Noir"},
	{what: "Spanish, with a job", lang: "es", below: `<span class="firma__autor">Eva Ruiz, corresponsal</span>`, authors: "Eva Ruiz"},
	{what: "Italian", lang: "it", below: `<p>di Ugo Neri e Lia Sole</p>`, authors: "Ugo Neri|Lia Sole"},
	{what: "Swedish, with minutes", lang: "sv", below: `<div class="byline">Text: Maja Ek · 3 min läsning</div>`, authors: "Maja Ek"},
	{what: "Polish", lang: "pl", below: `<div class="author">Autor: Jan Lis</div>`, authors: "Jan Lis"},
	{what: "Russian", lang: "ru", below: `<div class="article-author">Автор: Олег Чернов</div>`, authors: "Олег Чернов"},
	{what: "blog software in Portuguese", lang: "pt", below: `<a rel="author" href="/a">Ver todos os posts de Rui Melo</a>`, authors: "Rui Melo"},
	{what: "the outlet in a tag, an agency on the page", lang: "de", head: `<meta property="og:site_name" content="Ordener Bote"><meta name="author" content="Ordener Bote">`, below: `<p class="byline">Von Karl Brunn und dpa</p>`, authors: "Karl Brunn", outlet: "Ordener Bote"},
	{what: "a picture's author is none", lang: "en", head: `<meta name="author" content="Ann Lee">`, below: `<figure><img src="a"><figcaption>Photo by Bo Cho</figcaption></figure>`, authors: "Ann Lee"},
	{what: "a byline with everything", lang: "en-US", below: `<div class="byline">By ANN LEE, Staff Writer | ann@orde.example | March 5, 2026 at 2:30 p.m. | 4 min read</div>`, authors: "ANN LEE", published: "2026-03-05"},
	{what: "nobody", lang: "en", head: `<meta name="author" content="webmaster">`, authors: "-"},
	// titles and outlets
	{what: "a title with section and site", lang: "en", title: ownHeading + " | Region | Orde Post", outlet: "Orde Post"},
	{what: "a title with the site in front", lang: "en", title: "Orde Post » " + ownHeading, outlet: "Orde Post"},
	{what: "a section as site name", lang: "de", head: `<meta property="og:site_name" content="Politik"><link rel="canonical" href="https://www.spiegel.de/politik/a-1">`, outlet: "Der Spiegel"},
	{what: "an abbreviation as site name", lang: "en", head: `<meta property="og:site_name" content="NYT"><link rel="canonical" href="https://www.nytimes.com/2026/03/05/a.html">`, outlet: "The New York Times", published: "2026-03-05"},
	{what: "another headline for networks", lang: "en", head: `<meta property="og:title" content="What is in our water?">`, title: ownHeading + " - Orde Post"},
	// the text
	{what: "a description in other words' class", lang: "en", head: `<meta name="description" content="Nine thousand people in the upper town have to boil their water.">`, below: `<div class="x7-teaserline">Nine thousand people in the upper town have to boil their water.</div>`, has: []string{"Nine thousand people in the upper town have to boil their water."}},
	{what: "a list between paragraphs", lang: "en", middle: `<div class="box-list"><ul><li>Well two is shut.</li><li>Well five is shut.</li></ul></div>`, has: []string{"Well two is shut.", "Well five is shut."}},
	{what: "a post of a network", lang: "en", middle: `<div class="embed social"><blockquote class="mastodon-embed">We boil and we wait, wrote one of them.</blockquote></div>`, has: []string{"We boil and we wait"}},
	{what: "a table", lang: "en", middle: `<table><thead><tr><th>Well</th><th>State</th></tr></thead><tbody><tr><td>Two</td><td>shut</td></tr></tbody></table>`, has: []string{"Well | State", "Two | shut"}},
	{what: "a pull quotation in an aside", lang: "en", middle: `<aside class="pullquote"><p>We were told in autumn.</p></aside>`, not: []string{"We were told in autumn."}},
	{what: "paragraphs that subscribers see", lang: "en", layout: `<div class="content"><h1>` + ownHeading + `</h1><p>` + "A first line that all may read, of the usual length of such lines." + `</p><div class="subscription-content"><section>%</section></div></div>`, has: []string{pageTexts["en"][2]}},
	{what: "everything in a noscript", lang: "en", layout: `<div id="root"></div><noscript><main>%</main></noscript>`, has: []string{pageTexts["en"][2]}},
	{what: "everything in an aside", lang: "de", layout: `<aside id="content-column">%</aside>`, has: []string{pageTexts["de"][2]}},
	{what: "twice, by width", lang: "en", middle: `<p class="only-desktop">` + pageTexts["en"][1] + `</p>`, oneTime: true},
	{what: "a caption in divs", lang: "fr", middle: `<div class="media-image"><img src="a.jpg"/><div class="txt">Le puits numéro deux</div><div>Luc Blin/Agence</div></div>`, not: []string{"Le puits numéro deux", "Luc Blin/Agence"}},
	// furniture
	{what: "German pointers and credits", lang: "de", middle: `<p>Lesen Sie dazu: Was im Brunnen war</p><p>Foto: Karl Brunn/dpa</p>`, end: `<p>Abonnieren Sie unseren Newsletter.</p><p>Alle Rechte vorbehalten</p>`, not: []string{"Lesen Sie", "Foto:", "Abonnieren", "Alle Rechte"}},
	{what: "French", lang: "fr", middle: `<p>Lire aussi – L’eau d’Orde en dix dates</p>`, end: `<p>Suivez-nous sur Facebook</p>`, not: []string{"Lire aussi", "Suivez-nous"}},
	{what: "Italian", lang: "it", middle: `<p>LEGGI ANCHE Che cosa c’era nel pozzo</p>`, end: `<p>Riproduzione riservata ©</p>`, not: []string{"LEGGI ANCHE", "Riproduzione"}},
	{what: "Dutch and Swedish", lang: "nl", middle: `<p>Lees ook: Wat er in de put zat</p>`, end: `<p>Läs mer: Vad som fanns i brunnen</p><p>Volg ons op Instagram</p>`, not: []string{"Lees ook", "Läs mer", "Volg ons"}},
	{what: "Russian", lang: "ru", middle: `<p>Читайте также: что было в скважине</p>`, end: `<p>Подписывайтесь на наш канал в Telegram</p>`, not: []string{"Читайте также", "Подписывайтесь"}},
	{what: "Polish", lang: "pl", middle: `<p>Zobacz też: Co było w studni</p><p>Źródło: PAP</p>`, not: []string{"Zobacz też", "Źródło"}},
	{what: "who wrote it, in German", lang: "de", head: `<meta name="author" content="Karl Brunn">`, end: `<p>Karl Brunn arbeitet seit 2009 als Redakteur in Orde. Er schreibt über Wasser.</p>`, not: []string{"arbeitet seit 2009"}},
	{what: "who wrote it, in Spanish", lang: "es", below: `<p class="byline">Por Eva Ruiz</p>`, end: `<p>Eva Ruiz es periodista y escribe sobre el agua desde 2009.</p>`, not: []string{"es periodista"}},
}

func (c ownPage) html() string {
	texts := pageTexts["en"]
	if t := pageTexts[c.lang[:min(2, len(c.lang))]]; t != nil {
		texts = t
	}
	all := `<h1>` + ownHeading + `</h1>` + c.below + `<div class="text"><p>` + texts[0] + `</p>` + c.middle + `<p>` + texts[1] + `</p><p>` + texts[2] + `</p>` + c.end + `</div>`
	layout := c.layout
	if layout == "" {
		layout = `<nav><a href="/">Home</a></nav><main><article>` + c.above + `%</article></main>` + c.after + `<footer>Imprint</footer>`
	}
	title := c.title
	if title == "" {
		title = ownHeading
	}
	return `<!doctype html><html lang="` + c.lang + `"><head><title>` + title + `</title>` + c.head + `</head><body>` + strings.Replace(layout, "%", all, 1) + `</body></html>`
}

// TestOwnPages: pages of our own making, of the kinds that real ones are misread.
func TestOwnPages(t *testing.T) {
	for _, c := range slices.Concat(ownPages, morePages) {
		found, err := web.ArticleOfPage(c.html(), "")
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		for _, wrong := range c.check(newArticle("page.html", found, outlets.Shipped(), strings.Clone), found) {
			t.Errorf("%s: %s", c.what, wrong)
		}
	}
}

// check says what is wrong with an article of the page.
func (c ownPage) check(a *Article, found raw.Article) (wrong []string) {
	day := func(f Field[time.Time]) string {
		if !f.Known() {
			return ""
		}
		return f.Value.Format(time.DateOnly)
	}
	say := func(what, got, want string) {
		if got != want {
			wrong = append(wrong, what+" "+got+", want "+want)
		}
	}
	if a.Meta.Title.Value != ownHeading {
		say("title", a.Meta.Title.Value, ownHeading)
	}
	if got := day(a.Meta.Published); c.published != "" || c.what == "only an update" || strings.HasPrefix(c.what, "a card") {
		say("published", got, c.published)
	}
	if c.updated != "" {
		say("updated", day(a.Meta.Updated), c.updated)
	}
	if c.outlet != "" {
		say("outlet", a.Meta.Outlet.Value, c.outlet)
	}
	if c.authors != "" {
		say("authors", strings.Join(a.Meta.Authors.Value, "|"), strings.Trim(c.authors, "-"))
	}
	var own []string
	for _, s := range a.Sentences {
		if s.Kind == prose.Body {
			own = append(own, s.Of(a.Text))
		}
	}
	body := strings.Join(own, " ")
	texts := pageTexts["en"]
	if t := pageTexts[c.lang[:min(2, len(c.lang))]]; t != nil {
		texts = t
	}
	for _, w := range slices.Concat(c.has, texts) {
		if !strings.Contains(strings.ReplaceAll(body, "\n", " "), w) {
			wrong = append(wrong, "not in the text: "+w)
		}
		if c.oneTime && strings.Count(body, w) > 1 {
			wrong = append(wrong, "twice: "+w)
		}
	}
	for _, w := range c.not {
		if strings.Contains(body, w) {
			wrong = append(wrong, "in the text: "+w)
		}
	}
	return wrong
}
