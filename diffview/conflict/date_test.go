package conflict

import (
	"testing"
	"time"

	"parallax/corpus"
)

func TestDateClashes(t *testing.T) {
	checkClashes(t, dateClashes, []clashCase{
		{"a day", "The aide apologized on Friday for the post about the girls.", "The aide had to apologize Saturday for a post about the girls.", "Friday|Saturday"},
		{"a day that opens the sentence", "On Wednesday, the city council approved the plan for the roof.", "The city council approved the plan for the roof on Tuesday.", "Wednesday|Tuesday"},
		{"the day of another", "On Tuesday, team officials placed young guard Chris Adler on the list.", "Pierre Thomas was placed on the list Wednesday by team officials.", ""},
		{"one day", "The aide apologized on Friday for the post about the girls.", "On Friday the aide apologized for a post about the girls.", ""},
		{"a day and its part", "The service warned of severe gusts on Monday evening.", "The service issued a warning of severe gusts on Tuesday.", "Monday evening|Tuesday"},
		{"the day of saying so", "The minister said on Friday that the post was deleted.", "The post was deleted on Saturday, the minister said.", ""},
		{"the day of another thing", "The aide apologized on Friday for the post about the girls.", "The aide resigned Monday over the post about the girls.", ""},
		{"the day of what came before", "The guard was placed on the list of the injured Tuesday.", "The team hired a man on Monday after placing the guard on the list of the injured.", ""},
		{"two days in one sentence", "The aide apologized on Friday for the post about the girls.", "The aide, hired on Monday, apologized on Friday for the post about the girls.", ""},
		{"a time", "The last passenger reached the ground at 11:25 p.m.", "The last passenger reached the ground shortly after midnight.", "11:25 p.m.|shortly after midnight"},
		{"a time in another style", "The gondola stopped in the gale at 2:40 p.m. and hung there.", "The gondola stopped in the gale at 14:40 and hung there.", ""},
		{"a time without its half", "The gondola stopped in the gale at about twenty to three.", "The gondola stopped in the gale at 14:40 and hung there.", ""},
		{"a rounded time", "The last passenger reached the ground at nearly midnight.", "The last passenger reached the ground at 11.25pm.", ""},
		{"a date", "The bridge opened to traffic on March 4 after repairs.", "The bridge opened to traffic on March 14 after repairs.", "March 4|March 14"},
		{"a date within a month", "The bridge opened to traffic on March 4, 2019, after repairs.", "The bridge opened to traffic in March 2019 after repairs.", ""},
		{"a year", "She has led the party caucus since 2002.", "She has led the party caucus since 2003.", "2002|2003"},
		{"a year and a weekday", "She has led the party caucus since 2002.", "She has led the party caucus since Tuesday.", ""},
	})
}

// publishedOn returns an article published in the morning of a day of January 2026.
func publishedOn(day int, text string) *corpus.Article { return publishedAt(day, 6, text) }

// publishedAt returns one published at an hour of it.
func publishedAt(day, hour int, text string) *corpus.Article {
	a := corpus.FromText("a.txt", text)
	a.Meta.Published = corpus.Field[time.Time]{Value: time.Date(2026, 1, day, hour, 0, 0, 0, time.UTC), From: "front matter"}
	return a
}

// Words such as "yesterday" mean a day only with that of publication.
func TestDatesArePublicationsDates(t *testing.T) {
	const monday, yesterday = "Five fishermen were found alive on Monday in a raft.", "Five fishermen were found alive yesterday in a raft."
	for _, c := range []struct {
		name        string
		left, right *corpus.Article
		want        int
	}{
		{"the same day", publishedOn(19, monday), publishedOn(20, yesterday), 0},
		{"a day apart: the publication's date may be off by one", publishedOn(19, monday), publishedOn(21, yesterday), 0},
		{"three days apart", publishedOn(19, monday), publishedOn(23, yesterday), 1},
		{"not known", publishedOn(19, monday), corpus.FromText("b.txt", yesterday), 0},
		{"a week and a month", publishedOn(19, "Five fishermen were found alive last week in a raft."), publishedOn(20, "Five fishermen were found alive last month in a raft."), 1},
		{"a week and its day", publishedOn(19, "Five fishermen were found alive last week in a raft."), publishedOn(19, "Five fishermen were found alive on Thursday in a raft."), 0},
		{"a week and another's day", publishedOn(21, "Five fishermen were found alive last week in a raft."), publishedOn(21, "Five fishermen were found alive yesterday in a raft."), 1},
		{"days counted back", publishedOn(21, "Five fishermen were found alive two days ago in a raft."), publishedOn(21, monday), 0},
		{"other days counted back", publishedOn(21, "Five fishermen were found alive ten days ago in a raft."), publishedOn(21, yesterday), 1},
		{"a week and a whole year", publishedOn(21, "Five fishermen were found alive last week in a raft."), publishedOn(21, "Five fishermen were found alive in 2005 in a raft."), 0},
		{"a week of no known date", corpus.FromText("a.txt", "Five fishermen were found alive last week in a raft."), publishedOn(20, yesterday), 0},
	} {
		if ks := clashesIn(t, dateClashes, c.left, c.right); len(ks) != c.want {
			t.Errorf("%s: %d conflicts, want %d", c.name, len(ks), c.want)
		}
	}
}
