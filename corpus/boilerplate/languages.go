package boilerplate

// The tables: phrases divided by "|", a line a language: German, French,
// Spanish, Italian, Portuguese, Dutch, Swedish, Norwegian, Danish, Finnish,
// Polish, Czech, Russian, Turkish, Hungarian, Romanian. All in lower case, as
// bare gives them.

// pointers begin a line that leads to another article. Those with "?" can
// begin a sentence, too: they need a colon or capitals.
const pointers = `
lesen sie auch|lesen sie hier|lesen sie mehr|lesen sie dazu|mehr zum thema|auch interessant|das könnte sie auch interessieren|siehe auch?|weiterlesen?|mehr dazu?|lesetipp|zum thema?
à lire aussi|lire aussi|à lire également|lire également|à voir aussi|à lire|voir aussi|sur le même sujet|pour aller plus loin?|à écouter|notre dossier?|lire la suite
lea también|lee también|leer también|leer más|le puede interesar|te puede interesar|puede interesarle|te recomendamos|le recomendamos|ver también|vea también|más información?|también lee|noticias relacionadas|además lea|relacionado?
leggi anche|per approfondire|vedi anche|ti potrebbe interessare|potrebbe interessarti|leggi di più|approfondisci|da leggere?|guarda anche
leia também|leia mais|veja também|saiba mais|confira também|ler também|ler mais|leia ainda|relacionadas?|veja mais
lees ook|lees verder|lees meer|zie ook|bekijk ook|meer over dit onderwerp|ook interessant|kijk ook
läs också|läs även|läs mer|se även|missa inte|läs vidare|mer om ämnet|se också
les også|les mer|se også|saken fortsetter|les flere|hør også|les saken
læs også|læs mere|få også|se også|artiklen fortsætter|læs videre
lue myös|lue lisää|katso myös|aiheesta lisää|lue lisäksi
czytaj też|czytaj także|czytaj również|zobacz też|zobacz także|zobacz również|przeczytaj też|przeczytaj także|czytaj więcej|sprawdź też|polecamy?|warto przeczytać
čtěte také|přečtěte si také|čtěte více|přečtěte si|mohlo by vás zajímat|související články|související|podívejte se také
читайте также|смотрите также|читать далее|подробнее?|по теме?|читайте ещё|читайте еще|ранее?
ayrıca okuyun|bunlar da ilginizi çekebilir|ilgili haber|ilgili haberler|bunu da okuyun|daha fazla?|haberin devamı
olvassa el|olvasd el|olvassa el ezt is|olvasta már|kapcsolódó cikk|kapcsolódó cikkek|kapcsolódó?|további cikkek
citește și|citeste si|citiți și|vezi și|pe aceeași temă|mai multe?|articole similare`

// credits begin a line that says whose a picture is, or where the text is from.
const credits = `
foto|fotos|bild|bilder|quelle|quellen|bildquelle|bildnachweis|grafik|video|archivfoto|symbolbild|symbolfoto
photo|photos|crédit|crédits|crédit photo|crédits photo|crédit photos|source|sources|image|illustration|infographie
foto|imagen|imágenes|fuente|fuentes|crédito|créditos|fotografía|infografía|archivo
foto|immagine|fonte|fonti|credit|fotografia|foto di archivio
foto|imagem|fonte|crédito|créditos|reprodução|divulgação|fotografia
foto|beeld|bron|bronnen|fotograaf|illustratie
foto|bild|källa|grafik|fotograf|arkivbild
foto|kilde|kilder|illustrasjon|illustrasjonsfoto|fotograf
foto|kilde|arkivfoto|grafik
kuva|kuvat|lähde|lähteet|arkistokuva|grafiikka
fot|foto|zdjęcie|zdjęcia|źródło|źródła|grafika
foto|zdroj|zdroje|snímek|ilustrační foto
фото|источник|иллюстрация|видео|изображение
fotoğraf|kaynak|foto|görsel
fotó|forrás|kép|fotók|borítókép|nyitókép
foto|sursa|sursă|sursa foto|imagine`

// invitations begin a line that asks to subscribe, follow, share or comment.
// Those with "?" must be short or say to what.
const invitations = `
abonnieren sie|abonniere|jetzt abonnieren|abonnieren|newsletter abonnieren|melden sie sich|melde dich?|folgen sie uns|folge uns|folgen sie|teilen sie diesen|teilen sie den|artikel teilen|jetzt anmelden|diskutieren sie mit|schreiben sie uns|registrieren sie sich?|laden sie unsere app
abonnez-vous|inscrivez-vous|recevez?|suivez-nous|suivez nous|rejoignez-nous|partagez cet|partager cet|partager sur|téléchargez l'application|s'abonner?|je m'abonne|déjà abonné|découvrez notre newsletter
suscríbete|suscríbase|suscribirse|regístrate?|síguenos|síganos|sigue a?|comparte esta|comparte este|compartir en?|recibe?|únete a?|apúntate|descarga la app|haz clic aquí
iscriviti|abbonati|registrati|seguici|condividi|ricevi?|scarica l'app|accedi per commentare
assine|inscreva-se|cadastre-se|receba?|siga-nos|siga o|siga a|siga nosso|siga nossa|compartilhe|compartilhar?|baixe o app|subscreva?|clique aqui|entre no canal
abonneer|schrijf je in|schrijf u in|meld je aan|meld u aan|volg ons|deel dit|deel via|ontvang?|download de app|inschrijven
prenumerera|följ oss|dela artikeln|dela på|anmäl dig|ladda ner appen|skriv upp dig|logga in
abonner på|abonner|følg oss|del artikkelen|del på|meld deg på|last ned appen|tips oss|logg inn
abonnér|tilmeld dig|følg os|del artiklen|hent appen|log ind|skriv dig op
tilaa?|seuraa meitä|jaa artikkeli|jaa?|lataa sovellus|kirjaudu|liity
zapisz się|zaprenumeruj|zasubskrybuj|obserwuj nas|śledź nas|udostępnij|pobierz aplikację|dołącz do?|polub nas|zaloguj się
odebírejte|přihlaste se|předplaťte si|sledujte nás|sdílet?|stáhněte si aplikaci|přihlásit se
подпишитесь|подписывайтесь|подписаться?|следите за нами|поделиться?|присоединяйтесь|скачайте приложение|читайте нас
abone ol|abone olun|bizi takip edin|takip edin|takip et|paylaş|uygulamayı indirin|kaydolun|üye olun
iratkozzon fel|iratkozz fel|feliratkozás|kövess minket|kövessen minket|megosztás?|oszd meg|töltse le
abonează-te|abonați-vă|abonați-va|urmărește-ne|urmăriți-ne|distribuie?|distribuiți|descarcă aplicația`

// offers are what one is invited to, or where.
const offers = `newsletter|boletín|boletim|bulletin|infolettre|nyhetsbrev|nyhedsbrev|nieuwsbrief|uutiskirje|newsletterze|zpravodaj|рассылк|bülten|hírlevél|buletin|e-mail|correo|courriel|posta|mail
whatsapp|telegram|facebook|twitter|instagram|youtube|tiktok|linkedin|google news|canal|kanal|канал|podcast|app`

// rights are what a line has that says who owns the text.
const rights = `
alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|riproduzione riservata|todos os direitos reservados
alle rechten voorbehouden|alla rättigheter förbehållna|med ensamrätt|alle rettigheter reservert|alle rettigheter forbeholdt|kaikki oikeudet pidätetään
wszelkie prawa zastrzeżone|wszystkie prawa zastrzeżone|všechna práva vyhrazena|все права защищены|tüm hakları saklıdır|minden jog fenntartva|toate drepturile rezervate
prohibida su reproducción|prohibida la reproducción|reproduction interdite|reprodução proibida`

// labels are lines that no article has in its text.
const labels = `
anzeige|werbung|startseite|mehr lesen|mehr anzeigen|kommentare anzeigen|zum kommentarbereich|drucken|nach oben|zur startseite|meistgelesen|das könnte sie interessieren|empfohlener externer inhalt|externer inhalt|inhalt anzeigen|merken|teilen|kommentieren|zurück zur startseite|newsletter|melden
publicité|la suite après la publicité|lire plus tard|ajouter à vos favoris|imprimer|réagir|commenter|les plus lus|à la une|partager|article réservé aux abonnés|réservé aux abonnés|vous aimerez aussi|newsletters
publicidad|lo más leído|más leídas|imprimir|comentar|comentarios|seguir leyendo|sigue leyendo|archivado en|compartir|ver comentarios|lo más visto|contenido patrocinado
pubblicità|i più letti|stampa|commenta|commenti|continua a leggere|condividi|riproduzione riservata|vai ai commenti
publicidade|mais lidas|continua depois da publicidade|comentários|imprimir|compartilhar|continue lendo|mais lidos
advertentie|meest gelezen|deel|reageer|reacties|lees verder onder de advertentie|afdrukken|delen|opslaan
annons|mest läst|dela|skriv ut|kommentarer|artikeln fortsätter efter annonsen
annonse|mest lest|del|skriv ut|kommentarer|artikkelen fortsetter under annonsen|saken fortsetter under bildet
mest læste|udskriv|artiklen fortsætter efter annoncen|annonce
mainos|luetuimmat|jaa|tulosta|kommentit|juttu jatkuu mainoksen jälkeen
reklama|najczęściej czytane|drukuj|komentarze|udostępnij|dalsza część artykułu pod reklamą|dalszy ciąg materiału pod wideo
inzerce|nejčtenější|tisknout|diskuze|diskuse|článek pokračuje pod reklamou
реклама|самое читаемое|печать|комментарии|читать дальше|поделиться|новости по теме
reklam|en çok okunanlar|yazdır|yorumlar|yorum yap|devamını oku
hirdetés|legolvasottabb|nyomtatás|hozzászólások|cikkünk a hirdetés után folytatódik
publicitate|cele mai citite|tipărește|comentarii|articolul continuă după reclamă`
