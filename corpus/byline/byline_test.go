package byline

import (
	"strings"
	"testing"

	"parallax/corpus/dates"
)

// TestNames: bylines as pages show them; "|" between the names.
func TestNames(t *testing.T) {
	for line, want := range map[string]string{
		"By Ann Lee":                                               "Ann Lee",
		"BY ANN LEE AND BO CHO":                                    "ANN LEE|BO CHO",
		"By Ann Lee, Bo Cho and Cy Dee":                            "Ann Lee|Bo Cho|Cy Dee",
		"Ann Lee, Lorne":                                           "Ann Lee",
		"Lee, Ann":                                                 "Lee, Ann",
		"By Ann Lee 5 min read":                                    "Ann Lee",
		"Ann Lee · 3 March 2026 · 10:20 GMT":                       "Ann Lee",
		"By Ann Lee – 11/18/19 11:04 PM EST":                       "Ann Lee",
		"Written by: By Ann Lee":                                   "Ann Lee",
		"View all posts by Ann Lee":                                "Ann Lee",
		"Ann Lee, Political Correspondent":                         "Ann Lee",
		"Ann Lee | Lorne correspondent | @annlee":                  "Ann Lee",
		"Ann Lee in Brussels":                                      "Ann Lee",
		"By Ann Lee for The Herald":                                "Ann Lee",
		"Ann Lee (Reuters)":                                        "Ann Lee",
		"Von Ann Lee und Bo Cho, dpa":                              "Ann Lee|Bo Cho",
		"Von Ann Lee am 21. April 2026, Lesezeit: 3 Min.":          "Ann Lee",
		"Zeige alle Beiträge von Ann Lee":                          "Ann Lee",
		"Von der Leyen":                                            "Von der Leyen",
		"par Ann Lee":                                              "Ann Lee",
		"Par Ann Lee et Bo Cho avec AFP":                           "Ann Lee|Bo Cho",
		"Publié par Ann Lee le 3 mars 2026 à 10h20":                "Ann Lee",
		"Por Ann Lee y Bo Cho":                                     "Ann Lee|Bo Cho",
		"José Ortega y Gasset":                                     "José Ortega y Gasset",
		"Por Ann Lee, corresponsal":                                "Ann Lee",
		"di Ann Lee e Bo Cho":                                      "Ann Lee|Bo Cho",
		"Por Ana Lima e Rui Sá":                                    "Ana Lima|Rui Sá",
		"Door Ann Lee en Bo Cho":                                   "Ann Lee|Bo Cho",
		"Av Ann Lee och Bo Cho":                                    "Ann Lee|Bo Cho",
		"Skrevet af Ann Lee":                                       "Ann Lee",
		"Teksti: Ann Lee ja Bo Cho":                                "Ann Lee|Bo Cho",
		"Autor: Jan Nowak i Ewa Lis":                               "Jan Nowak|Ewa Lis",
		"Napsal Jan Novák":                                         "Jan Novák",
		"Автор: Анна Ли":                                           "Анна Ли",
		"Анна Ли и Бо Чо":                                          "Анна Ли|Бо Чо",
		"Yazan: Ayşe Demir":                                        "Ayşe Demir",
		"Írta: Kiss Anna":                                          "Kiss Anna",
		"de Ana Pop":                                               "Ana Pop",
		"Γράφει η Άννα Λη":                                         "Άννα Λη",
		"Oleh Ann Lee":                                             "Ann Lee",
		"作者：王小明":                                                   "王小明",
		"김철수 기자":                                                   "김철수",
		"بقلم: منى سعيد":                                           "منى سعيد",
		"By Ann Lee @annlee":                                       "Ann Lee",
		"By Ann Lee (@annlee) and Bo Cho":                          "Ann Lee|Bo Cho",
		"By ANN LEE Associated Press":                              "ANN LEE",
		"Ann Lee and Bo Cho | The Associated Press":                "Ann Lee|Bo Cho",
		"Ann Lee/AFP":                                              "Ann Lee",
		"The Associated Press":                                     "The Associated Press",
		"Reporting by Ann Lee; editing by Bo Cho":                  "Ann Lee",
		"Story by Ann Lee, photos by Bo Cho":                       "Ann Lee",
		"Ann Lee, Staff Writer; Bo Cho contributed to this report": "Ann Lee",
		"Words: Ann Lee | Pictures: Bo Cho":                        "Ann Lee",
		"Tekst: Ann Lee Foto: Bo Cho":                              "Ann Lee",
		"By Ann Lee of the Lorne Herald":                           "Ann Lee",
		"By Ann Lee with wire reports":                             "Ann Lee",
		"By Ann Lee Special to the Herald":                         "Ann Lee",
		"Von unserem Korrespondenten Ann Lee":                      "Ann Lee",
		"De notre envoyée spéciale Ann Lee, à Lorne":               "Ann Lee",
		"By the Editorial Board":                                   "",
		"Published 3 March 2026":                                   "",
		"admin":                                                    "",
		"Staff Writer":                                             "",
		"ann@herald.example":                                       "",
		"5 min read":                                               "",
		"":                                                         "",
	} {
		names, _ := Names(line, dates.AnyOrder)
		if got := strings.Join(names, "|"); got != want {
			t.Errorf("%q has the names %q, want %q", line, got, want)
		}
	}
	if _, found := Names("Ann Lee, 01.12.2025", dates.AnyOrder); len(found) != 1 {
		t.Errorf("dates beside a name: %v", found)
	}
	for line, want := range map[string]bool{"By Ann Lee": true, "Von Ann Lee": true, "by the quay": false, "Byron said": false, "Ann Lee": false} {
		if Labelled(line) != want {
			t.Errorf("%q has a label: %t", line, !want)
		}
	}
}
