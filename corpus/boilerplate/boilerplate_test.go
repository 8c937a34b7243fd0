package boilerplate

import "testing"

// TestOf: lines of pages, and lines of articles that begin alike.
func TestOf(t *testing.T) {
	for line, want := range map[string]Kind{
		"Lea también: El puerto de Aldby recibe más barcos":                Pointer,
		"LE PUEDE INTERESAR: La historia del muelle":                       Pointer,
		"Lesen Sie auch: Nordwind setzt Busse ein":                         Pointer,
		"Lesen Sie auch Nordwind setzt Busse ein":                          Pointer,
		"» À lire aussi : Le port d’Aldby en travaux":                      Pointer,
		"Leggi anche | Il porto di Aldby":                                  Pointer,
		"Leia também: Porto de Aldby recebe navios":                        Pointer,
		"Lees ook: De haven van Aldby":                                     Pointer,
		"LÄS OCKSÅ: Hamnen i Aldby":                                        Pointer,
		"Les også: Havnen i Aldby":                                         Pointer,
		"Læs også Havnen i Aldby":                                          Pointer,
		"Lue myös: Aldbyn satama":                                          Pointer,
		"Czytaj też: Port w Aldby":                                         Pointer,
		"Čtěte také: Přístav v Aldby":                                      Pointer,
		"Читайте также: Порт в Алдби":                                      Pointer,
		"Ayrıca okuyun: Aldby limanı":                                      Pointer,
		"Kapcsolódó: Aldby kikötője":                                       Pointer,
		"Citește și: Portul din Aldby":                                     Pointer,
		"Foto: Getty Images":                                               Credit,
		"Quelle: dpa":                                                      Credit,
		"Fot. / PAP":                                                       Credit,
		"Crédit photo : AFP":                                               Credit,
		"Фото: ТАСС":                                                       Credit,
		"Suscríbete a nuestro boletín y recibe las noticias en tu correo.": Invitation,
		"Abonnieren Sie unseren Newsletter und verpassen Sie nichts.":      Invitation,
		"Síguenos en Twitter y Facebook.":                                  Invitation,
		"Teilen Sie diesen Artikel":                                        Invitation,
		"Abonnez-vous à notre lettre":                                      Invitation,
		"Iscriviti alla newsletter":                                        Invitation,
		"Подпишитесь на наш канал":                                         Invitation,
		"Alle Rechte vorbehalten.":                                         Rights,
		"© 2026 Le Courrier. Tous droits réservés.":                        Rights,
		"Publicidad":                  Label,
		"La suite après la publicité": Label,
		"Mehr dazu sagte die Bürgermeisterin am Montag nicht.": None,
		"Zum Thema wollte sich niemand äußern, sagte sie.":     None,
		"Además lea el informe, dijo el alcalde, que tiene cien páginas y más de cuarenta fotos de los pilares del muelle viejo de Lorne, y después vuelva a preguntarme por los plazos.": None,
		"Ranee wrote to the mayor": None,
		"Ранее мэр говорил, что причал закроют.":                                                       None,
		"Fotos zeigen, wie die Mole bricht.":                                                           None,
		"Foto: das Bild zeigt die Mole, wie sie im Sommer war, als noch niemand an Löcher dachte.":     None,
		"Quelle des Ärgers ist die Mole.":                                                              None,
		"Recibe cada año a mil visitantes, y el puerto, que es de piedra, cuesta más de lo que da.":    None,
		"Recevez mes amitiés, écrit-elle dans une lettre que le journal a pu lire et qui date de mai.": None,
		"Der Verein hat den Rundbrief abbestellt.":                                                     None,
		"": None,
	} {
		if got := Of(line); got != want {
			t.Errorf("%q is %d, want %d", line, got, want)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Of("The harbour council of Lorne closed the old ferry pier on Tuesday after inspectors found cracks in four of its nine pillars.")
	}
}
