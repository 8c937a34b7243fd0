package web

import (
	"slices"
	"strings"
	"testing"

	"parallax/corpus/dates"
	"parallax/corpus/format/raw"
)

// TestShown: what stands beside the headline, and what the tags say of it.
func TestShown(t *testing.T) {
	for _, c := range []struct{ what, head, top, name, want string }{
		// dates
		{"a class", ``, `<div class="pub-date">March 9 2026 4:21 PM</div>`, raw.Published, "2026-03-09"},
		{"a class of two words in one", ``, `<span class="articleDate">9. März 2026</span>`, raw.Published, "2026-03-09"},
		{"no class at all", ``, `<div><span>9 mars 2026</span></div>`, raw.Published, "2026-03-09"},
		{"day first, by the language", `<html lang="fr">`, `<p class="date">09/03/2026</p>`, raw.Published, "2026-03-09"},
		{"month first, by the language", `<html lang="en-US">`, `<p class="date">03/09/2026</p>`, raw.Published, "2026-03-09"},
		{"either first", `<html lang="en">`, `<p class="date">03/09/2026</p>`, raw.Published, ""},
		{"day first, by the country of the address", `<html lang="en"><link rel="canonical" href="https://www.lorneherald.co.uk/pier">`, `<p class="date">03/09/2026</p>`, raw.Published, "2026-09-03"},
		{"the language before the country", `<html lang="en-US"><link rel="canonical" href="https://www.lorneherald.com.au/pier">`, `<p class="date">03/09/2026</p>`, raw.Published, "2026-03-09"},
		{"no country", `<html lang="en"><link rel="canonical" href="https://www.lorneherald.io/pier">`, `<p class="date">03/09/2026</p>`, raw.Published, ""},
		{"some time ago", ``, `<p class="date">3 hours ago</p>`, raw.Published, ""},
		{"some days ago, in French", `<html lang="fr">`, `<span class="date">Publié il y a 2 jours, à 10h20</span>`, raw.Published, ""},
		{"yesterday, in German", `<html lang="de">`, `<time class="datum">gestern, 10.20 Uhr</time>`, raw.Published, ""},
		{"some hours ago, in Spanish, and a number of comments", `<html lang="es">`, `<p class="fecha">hace 3 horas · 12/24 comentarios</p>`, raw.Published, ""},
		{"some minutes ago, in Japanese", `<html lang="ja">`, `<p class="date">3分前</p>`, raw.Published, ""},
		{"for programs, in the title", ``, `<abbr class="published" title="2026-03-09T16:21:00+01:00">9 March</abbr>`, raw.Published, "2026-03-09T16:21:00+01:00"},
		{"for programs, in seconds", ``, `<span class="timestamp" data-timestamp="1773070860">2 hours ago</span>`, raw.Published, "2026-03-09"},
		{"what an abbreviation stands for", ``, `<p>The <abbr class="entry" title="Port Office of 9 March 2026">PO</abbr> said so</p>`, raw.Published, ""},
		{"no year", ``, `<p class="date">9 March, 10.20</p>`, raw.Published, ""},
		{"a time that is also the update", ``, `<time class="published updated" datetime="2026-03-09">x</time>`, raw.Published, "2026-03-09"},
		{"the update is no publication", ``, `<time class="updated" datetime="2026-03-09">x</time>`, raw.Published, ""},
		{"the update is the update", ``, `<p>Zuletzt aktualisiert: 9. März 2026</p>`, raw.Updated, "2026-03-09"},
		{"a label before the element", ``, `<p>Updated <time datetime="2026-03-10">x</time> Published <time datetime="2026-03-09">y</time></p>`, raw.Published, "2026-03-09"},
		{"two in one line", ``, `<p>Publicado: 9 de marzo de 2026 | Actualizado: 10 de marzo de 2026</p>`, raw.Published, "2026-03-09"},
		{"of another article", ``, `<div class="related-stories"><time datetime="2019-01-02">x</time></div>`, raw.Published, ""},
		{"in a comment", ``, `<div class="comments"><span class="date">2 Jan 2019</span></div>`, raw.Published, ""},
		{"an event in a sentence", ``, `<p>The pier was opened on 9 March 2026 with a speech of the mayor that lasted for three hours</p>`, raw.Published, ""},
		{"tags of the day that is shown come first", `<meta name="date" content="2026-03-09T10:00:00Z"><meta property="article:published_time" content="2026-05-01">`,
			`<p class="date">9 March 2026</p>`, raw.Published, "2026-03-09T10:00:00Z"},
		{"an earlier day that is shown", `<meta property="article:published_time" content="2026-05-01">`, `<p class="date">Published 9 March 2026</p>`, raw.Published, "2026-03-09"},
		{"a later day that is shown", `<meta property="article:published_time" content="2026-03-09">`, `<p class="date">1 May 2026</p>`, raw.Published, "2026-03-09"},
		// authors
		{"a byline with its date", ``, `<p class="byline">By Ann Lee December 28, 2025</p>`, raw.Author, "Ann Lee"},
		{"links", ``, `<p class="byline">By <a href="/a">Ann Lee</a>, <a href="/b">Bo Cho</a></p>`, raw.Author, "Ann Lee|Bo Cho"},
		{"a label only", ``, `<p>Von Ann Lee und Bo Cho</p>`, raw.Author, "Ann Lee|Bo Cho"},
		{"a list", ``, `<ul><li class="author">Ann Lee</li><li class="author">Bo Cho</li></ul>`, raw.Author, "Ann Lee|Bo Cho"},
		{"the outlet is no author", `<meta property="og:site_name" content="Lorne Herald"><meta name="author" content="Lorne Herald">`, `<span class="autor">Ann Lee</span>`, raw.Author, "Ann Lee"},
		{"an agency, and who wrote", `<meta name="author" content="dpa">`, `<p class="byline">Von Ann Lee</p>`, raw.Author, "Ann Lee"},
		{"an agency alone", `<meta name="author" content="dpa">`, ``, raw.Author, "dpa"},
		{"a user", `<meta name="author" content="alee7">`, `<p class="byline">By Ann Lee</p>`, raw.Author, "Ann Lee"},
		{"one of two", `<meta name="author" content="Ann Lee">`, `<p class="byline">By Ann Lee and Bo Cho</p>`, raw.Author, "Ann Lee|Bo Cho"},
		{"who made the pictures", `<meta name="author" content="Ann Lee">`, `<p class="byline">Ann Lee | Photos by Bo Cho</p>`, raw.Author, "Ann Lee"},
		{"the life of an author", ``, `<div class="author-bio">Bo Cho covers ports</div><a rel="author">View all posts by Ann Lee</a>`, raw.Author, "Ann Lee"},
	} {
		page := c.head + `<body><main><h1>Lorne closes its pier</h1>` + c.top + proseForTests + `</main>`
		article, err := ArticleOfPage(page, "")
		if err != nil {
			t.Fatalf("%s: %v", c.what, err)
		}
		var got []string
		for _, f := range article.Fields {
			if f.Name == c.name && (c.name == raw.Author || len(got) == 0) {
				got = append(got, f.Value)
			}
		}
		value := strings.Join(got, "|")
		if when, ok := dates.ParseAs(value, orderOfTest(article)); ok && !strings.Contains(c.want, "T") {
			value = when.Format("2006-01-02")
		} else if c.name != raw.Author && !strings.Contains(c.want, "T") {
			value = ""
		}
		if value != c.want {
			t.Errorf("%s: %s is %q, want %q", c.what, c.name, value, c.want)
		}
	}
}

func orderOfTest(a raw.Article) dates.Order {
	return a.DateOrder
}

// TestShownTitle: the heading, where the page's title is that and the site.
func TestShownTitle(t *testing.T) {
	for _, c := range []struct{ what, head, title, outlet string }{
		{"behind", `<title>Lorne closes its pier – Lorne Daily Herald</title>`, "Lorne closes its pier", "Lorne Daily Herald"},
		{"with the section", `<title>Lorne closes its pier | News | Lorne Daily Herald</title>`, "Lorne closes its pier", "Lorne Daily Herald"},
		{"before", `<title>Lorne Post: Lorne closes its pier</title>`, "Lorne closes its pier", "Lorne Post"},
		{"another in a tag for networks", `<title>Lorne closes its pier | Post</title><meta property="og:title" content="You will not believe this pier">`, "Lorne closes its pier", "Post"},
		{"another altogether", `<title>Six hundred wait – Lorne Post</title>`, "Six hundred wait – Lorne Post", ""},
		{"longer", `<title>Lorne closes its pier, and what that means</title>`, "Lorne closes its pier, and what that means", ""},
		{"below the site's name", `<title>Lorne closes its pier | Lorne Post</title><body><h1>Lorne Post</h1><h2>Lorne closes its pier</h2>`, "Lorne closes its pier", "Lorne Post"},
	} {
		top := `<body><main><h1>Lorne closes its pier</h1>`
		if strings.Contains(c.head, "<body>") {
			top = ""
		}
		article, err := ArticleOfPage(c.head+top+proseForTests+`</main>`, "")
		if err != nil {
			t.Fatalf("%s: %v", c.what, err)
		}
		title, _ := fieldOf(article, raw.Title)
		outlet, _ := fieldOf(article, raw.Outlet)
		if title != c.title || outlet != c.outlet {
			t.Errorf("%s: title %q, outlet %q; want %q, %q", c.what, title, outlet, c.title, c.outlet)
		}
		if i := slices.IndexFunc(article.Fields, func(f raw.Field) bool { return f.Name == raw.Outlet }); i >= 0 && !article.Fields[i].Guess {
			t.Errorf("%s: the outlet is no guess", c.what)
		}
	}
}
