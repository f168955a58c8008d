package fr.jalon.portal.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Export;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Json;
import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.profile.Territory;
import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.Severity;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Convert;
import fr.jalon.engine.rule.mend.Misfit;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.Shape;
import fr.jalon.engine.table.SkippedRow;
import fr.jalon.engine.table.SourceRow;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.MetadataFacts;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.deposit.describe.Answer;
import fr.jalon.portal.deposit.describe.ColumnValues;
import fr.jalon.portal.deposit.describe.Describer;
import fr.jalon.portal.web.Assets;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Visitor;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The pages of a deposit, written from a hand-made inspection. */
class DepositPagesTest {
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Page page = page(Messages.in(Messages.FRENCH));

  @Test
  void theReadingShowsTheFileBesideTheTable() {
    Deposit deposit = Samples.deposit(Step.READING, Samples.inspection(), List.of());
    List<byte[]> raw =
        List.of("12/03/2022;Étoile sportive;3 150".getBytes(Charset.forName("windows-1252")));
    String html =
        write(
            "reading",
            deposit,
            Step.READING,
            "deposit.reading.title",
            Map.of(
                "view",
                new ReadingViews(page).of(Samples.inspection(), ReadOptions.NONE, null, raw),
                "apart",
                List.of()));

    assertThat(html).contains("présentation").contains("Les Amis de l'Orgue");
    assertThat(html).contains("3 colonnes sur 4");
    assertThat(html).as("another way to read the accents").contains("Étoile").contains("Façon");
  }

  @Test
  void eachSentenceOpensOnTheReadingsItIsAbout() {
    List<byte[]> raw =
        List.of("12/03/2022;Étoile sportive;3 150".getBytes(Charset.forName("windows-1252")));
    ReadingView view = new ReadingViews(page).of(Samples.inspection(), ReadOptions.NONE, null, raw);

    assertThat(view.lines())
        .extracting(ReadingView.Line::question)
        .filteredOn(question -> question != null)
        .extracting(ReadingView.Question::field)
        .containsExactly("encoding", "header");
    assertThat(view.changes()).isEmpty();
    assertThat(view.file().rows())
        .extracting(FileTable.FileRow::style)
        .containsExactly("aside", "aside", "aside", "titles", "", "", "", "total");
  }

  @Test
  void theFileSaysWhereItGoesOnUnshown() {
    List<SourceRow> head =
        List.of(
            Samples.row(1, RowRole.HEADER, "Nom", "Montant"),
            Samples.row(2, RowRole.DATA, "Mairie", "12"));
    Reading whole = Samples.reading(head, Note.of("author"));
    Reading longer = whole.withRows(90, List.of(), List.of());
    Reading noted =
        whole.withRows(90, List.of(new SkippedRow(95, RowRole.NOTE, "Source : mairie")), List.of());
    FileTables tables = new FileTables(page);
    Inspection inspection = Samples.inspection().withProposals(List.of());

    assertThat(tables.of(inspection, whole, false).gap()).isEqualTo(-1);
    assertThat(tables.of(inspection, longer, false).gap()).isZero();
    FileTable told = tables.of(inspection, noted, false);
    assertThat(told.gap()).isEqualTo(95);
    assertThat(told.rows().get(2).cells()).containsExactly("Source : mairie");
  }

  @Test
  void whatWasCorrectedIsSaidAndCanBeForgotten() {
    ReadOptions corrected =
        ReadOptions.NONE.withSheet("2022").withHeaderRows(List.of(2L, 3L)).withEncoding("ibm850");
    ReadingView view =
        new ReadingViews(page).of(Samples.inspection(), corrected, "scdl/x", List.of());

    assertThat(view.changes())
        .extracting(ReadingView.Change::field)
        .containsExactly("encoding", "sheet", "header", "schema");
    assertThat(Rereading.forget(corrected, "header").headerRows()).isNull();
    assertThat(Rereading.forget(corrected, "sheet"))
        .isEqualTo(ReadOptions.NONE.withEncoding("ibm850"));
    assertThat(Rereading.forget(corrected, "all")).isEqualTo(ReadOptions.NONE);
  }

  @Test
  void anotherSheetHasItsOwnTitlesAndTables() {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("sheet", "2021");
    ReadOptions before =
        ReadOptions.NONE.withHeaderRows(List.of(4L)).withTable(2).withShape(Shape.TRANSPOSED);

    assertThat(Rereading.of(before, form)).isEqualTo(ReadOptions.NONE.withSheet("2021"));
  }

  @Test
  void aCrosstabIsOfferedUnfoldedOnItsOwnRows() {
    Reading reading =
        Samples.reading(
            List.of(
                Samples.row(1, RowRole.HEADER, "Quartier", "2021", "2022", "2023"),
                Samples.row(2, RowRole.DATA, "Centre", "70", "86", "59"),
                Samples.row(3, RowRole.DATA, "Val", "12", "", "31")),
            new Note("crosstab", Map.of("first", "2021", "name", "Année", "value", "Valeur")));

    List<ReadingView.Alternative> shapes =
        new OtherReadings(page, reading, ReadOptions.NONE).shapes();

    assertThat(shapes)
        .extracting(ReadingView.Alternative::value)
        .containsExactly("ROWS", "UNPIVOTED");
    assertThat(shapes.get(0).current()).isTrue();
    assertThat(shapes.get(1).lines())
        .containsExactly(
            List.of("Quartier", "Année", "Valeur"),
            List.of("Centre", "2021", "70"),
            List.of("Centre", "2022", "86"),
            List.of("Centre", "2023", "59"));
  }

  @Test
  void aTableOnItsSideIsOfferedTurned() {
    Reading reading =
        Samples.reading(
            List.of(
                Samples.row(1, RowRole.HEADER, "Nom", "Mairie", "École"),
                Samples.row(2, RowRole.DATA, "Année", "1974", "1982")),
            Note.of("transposed"));

    assertThat(new OtherReadings(page, reading, ReadOptions.NONE).shapes().get(1).lines())
        .containsExactly(
            List.of("Nom", "Année"), List.of("Mairie", "1974"), List.of("École", "1982"));
  }

  @Test
  void aQuotedCellIsNotCutAtTheSignsItHolds() {
    assertThat(TextAlternatives.cut("a,\"b, \"\"c\"\"\",d\"e", ",", '"'))
        .containsExactly("a", "b, \"c\"", "d\"e");
    assertThat(TextAlternatives.cut("a;b,c", ",", '"')).containsExactly("a;b", "c");
  }

  @Test
  void aFileOfAMacIsShownWithItsAccents() {
    Reading reading =
        new Reading(
            "csv",
            "macintosh",
            false,
            ";",
            null,
            null,
            "CR",
            null,
            List.of(),
            List.of(1L),
            2,
            1,
            List.of("Nom", "Lieu"),
            List.of(),
            List.of(),
            null,
            List.of());
    List<byte[]> raw =
        List.of(
            "Nom;Lieu".getBytes(Charset.forName("x-MacRoman")),
            "École;Orléans".getBytes(Charset.forName("x-MacRoman")));

    assertThat(TextAlternatives.cuts(page, reading, raw).get(0).lines())
        .containsExactly(List.of("Nom", "Lieu"), List.of("École", "Orléans"));
    assertThat(TextAlternatives.accents(page, reading, raw).get(0).lines())
        .containsExactly(List.of("École", "Orléans"));
  }

  @Test
  void aShapeIsSaidInWords() {
    assertThat(Shapes.inWords(page, "{\"type\":\"LineString\",\"coordinates\":[[3.8"))
        .isEqualTo("un tracé");
    assertThat(Shapes.inWords(page, "{\"type\":\"autre\"}")).startsWith("{");
  }

  @Test
  void aWorkThatStoppedOffersEveryWayOut() {
    Deposit deposit =
        Samples.deposit(Step.DESCRIPTION, Samples.inspection(), List.of(Samples.DATES));
    StoppedView view =
        new StoppedView(
            "Une correction n'a pas pu être faite.", "", true, "date-form:Date", true, false);
    String html =
        write(
            "stopped",
            deposit,
            Step.DESCRIPTION,
            "deposit.stopped.ours.title",
            Map.of("view", view));

    assertThat(html)
        .contains("Annuler cette correction")
        .contains("Essayer encore")
        .contains("Revenir aux corrections");
  }

  @Test
  void theRepairsSayWhatWouldChange() {
    Deposit deposit = Samples.deposit(Step.REPAIRS, Samples.inspection(), List.of(Samples.TOTALS));
    MendsView view = new MendsViews(page).of(deposit, List.of(), null);
    String html =
        write("mends", deposit, Step.REPAIRS, "deposit.mends.clean", Map.of("view", view));

    assertThat(view.cards())
        .flatExtracting(MendsView.Card::offers)
        .extracting(MendsView.Offer::id)
        .containsExactly("date-form:Date");
    assertThat(view.problems()).hasSize(1);
    assertThat(view.done()).extracting(MendsView.Done::id).containsExactly("total-row");
    assertThat(html).contains("1er avril 2022").contains("2022-04-01").contains("C7");
  }

  @Test
  void oneCauseInSeveralColumnsIsOneCard() {
    Proposal spaces = spaces("surrounding-spaces", null, "Date", "Bénéficiaire");
    Deposit deposit =
        Samples.deposit(
            Step.REPAIRS,
            found(
                List.of(
                    cause("surrounding-spaces", "Date", "A", 2).mendedBy(spaces.id(), 2),
                    cause("surrounding-spaces", "Bénéficiaire", "B", 3)
                        .mendedBy(spaces.id(), 2, List.of(new Cause.Sample("B9", "\u00a0x")))),
                List.of(spaces)),
            List.of());
    MendsView view = new MendsViews(page).of(deposit, List.of(), null);

    assertThat(view.left()).isEqualTo(1);
    MendsView.Card card = view.cards().get(0);
    assertThat(card.offers()).hasSize(1);
    assertThat(card.lines())
        .map(line -> line.replaceAll("[\u00a0\u202f]", " "))
        .containsExactly(
            "Colonne A « Date » : 2 cellules",
            "Colonne B « Bénéficiaire » : 3 cellules, dont 1 que je ne sais pas corriger");
    assertThat(card.items()).hasSize(1);
    assertThat(card.items().get(0).cells())
        .extracting(MendsView.Cell::address)
        .containsExactly("B9");
    assertThat(write("mends", deposit, Step.REPAIRS, "deposit.mends.clean", Map.of("view", view)))
        .containsOnlyOnce("name=\"mend\"")
        .contains(Fingerprint.of(spaces));
  }

  @Test
  void aCardDoesNotSayTwiceWhatItsMendsSay() {
    Proposal one = spaces("surrounding-spaces", null, "Date");
    Proposal other = spaces("surrounding-spaces+", null, "Montant");
    Inspection read =
        found(
            List.of(
                cause("surrounding-spaces", "Date", "A", 2).mendedBy(one.id(), 2),
                cause("surrounding-spaces", "Montant", "C", 2).mendedBy(other.id(), 2)),
            List.of(one, other));
    MendsView view =
        new MendsViews(page).of(Samples.deposit(Step.REPAIRS, read, List.of()), List.of(), null);

    assertThat(view.cards()).hasSize(1);
    assertThat(view.cards().get(0).offers()).hasSize(2);
    assertThat(view.cards().get(0).lines()).isEmpty();
  }

  @Test
  void severalWaysToReadAreButtonsOfOneCard() {
    Proposal days = dates("date-form:Date", DateOrder.DAY_FIRST);
    Proposal months = dates("date-form:Date+", DateOrder.MONTH_FIRST);
    Inspection read =
        found(
            List.of(cause("date-form", "Date", "A", 2).mendedBy(days.id(), 2)),
            List.of(days, months));
    MendsView asked =
        new MendsViews(page).of(Samples.deposit(Step.REPAIRS, read, List.of()), List.of(), null);
    MendsView answered =
        new MendsViews(page)
            .of(Samples.deposit(Step.REPAIRS, read, List.of(days)), List.of(), null);

    assertThat(asked.cards()).hasSize(1);
    assertThat(asked.cards().get(0).offers()).hasSize(2);
    assertThat(asked.certain()).as("neither of two that contradict").isEmpty();
    assertThat(answered.left()).isZero();
    assertThat(answered.others())
        .extracting(MendsView.Other::acceptedId)
        .containsExactly(days.id());
  }

  @Test
  void whatAnAcceptedMendLeavesIsStillShown() {
    Proposal spaces = spaces("surrounding-spaces:Date", "Date", "Date");
    Cause cause =
        cause("surrounding-spaces", "Date", "A", 3)
            .mendedBy(spaces.id(), 2, List.of(new Cause.Sample("A9", "x")));
    Cause advice = new Cause("date-old", Severity.ADVICE, "Date", "A", 1, List.of(), Map.of());
    Deposit deposit =
        Samples.deposit(
            Step.REPAIRS, found(List.of(cause, advice), List.of(spaces)), List.of(spaces));
    MendsView view = new MendsViews(page).of(deposit, List.of(), null);

    assertThat(view.problems()).hasSize(1);
    assertThat(view.problems().get(0).items().get(0).sentence()).contains("laisse 1 cellule");
    assertThat(view.advice()).hasSize(1);
  }

  @Test
  void whatCouldNotBeAppliedIsTold() {
    Outcome outcome = Samples.outcome();
    Export left =
        new Export(
            outcome.export().after(),
            outcome.export().files(),
            outcome.export().columns(),
            3,
            List.of(new Export.LeftOut("date-form:Date", Misfit.NO_SUCH_COLUMN)));
    Deposit deposit =
        Samples.deposit(
            Step.DESCRIPTION,
            Samples.inspection(),
            List.of(Samples.DATES),
            new Outcome(left, outcome.distributions(), null));
    MendsViews views = new MendsViews(page);

    assertThat(views.leftOut(deposit)).hasSize(1);
    assertThat(views.of(deposit, List.of(), null).done().get(0).leftOut())
        .isEqualTo("le tableau n'a pas la colonne qu'elle demande");
  }

  private static Proposal spaces(String id, @Nullable String column, String... columns) {
    return new Proposal(
        id,
        "surrounding-spaces",
        column,
        null,
        Map.of("variant", column == null ? "several" : ""),
        4,
        List.of(new Proposal.Change("A2", " x", "x")),
        true,
        new Convert(
            Arrays.stream(columns).map(name -> new ColumnRef(name, "")).toList(),
            new Conversion.TrimSpaces()));
  }

  private static Proposal dates(String id, DateOrder order) {
    return new Proposal(
        id,
        "date-form",
        "Date",
        "A",
        Map.of(),
        2,
        List.of(new Proposal.Change("A2", "01/02/2022", "2022-02-01")),
        true,
        Convert.of(
            new ColumnRef("Date", "A"),
            new Conversion.WriteDates(Conversion.WriteDates.Form.DATE, order, null)));
  }

  private static Cause cause(String code, String column, String letters, long count) {
    return new Cause(
        code,
        Severity.WARNING,
        column,
        letters,
        count,
        List.of(new Cause.Sample(letters + "2", " x")),
        Map.of());
  }

  private static Inspection found(List<Cause> causes, List<Proposal> proposals) {
    Inspection one = Samples.inspection();
    return new Inspection(
        one.version(),
        one.name(),
        one.size(),
        one.sha256(),
        null,
        one.reading(),
        one.profile(),
        one.schema(),
        one.preview(),
        causes,
        proposals);
  }

  @Test
  void aTextShownCutIsNotWrittenInThePlaceOfTheWhole() {
    List<Cause.Sample> samples =
        List.of(
            new Cause.Sample("C7", "à préciser"),
            new Cause.Sample("C8", "x".repeat(Cause.Sample.LONGEST - 1) + "…"));

    assertThat(
            MendsViews.cells(
                samples, Samples.deposit(Step.REPAIRS, Samples.inspection(), List.of()), null))
        .extracting(MendsView.Cell::address)
        .containsExactly("C7");
  }

  @Test
  void whatIsToldToAllHoldsNoValueWrittenByHand() {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("column", "Nom");
    form.add("letters", "B");
    form.addAll("address", List.of("B12", "B31", "C4"));
    form.addAll("before", List.of("Mme Durand", "M. Petit", "x"));
    form.addAll("value", List.of("", "Association", "y"));

    assertThat(
            Corrections.sentences(
                CellEdit.of(form).stream().map(CellEdit::proposal).toList(), Messages.FRENCH))
        .containsExactly("2 cellules corrigées à la main (B12, B31).");
  }

  @Test
  void theDescriptionIsFilledFromTheData() {
    Suggestions suggestions = suggestions(3);
    Draft draft = suggestions.draft();

    assertThat(draft.title()).isEqualTo("Subventions aux associations d’Orléans, 2022");
    assertThat(draft.summary())
        .isEqualTo(
            "Ce tableau compte 4 lignes (une par bénéficiaire) et 3 colonnes\u202f: date, bénéficiaire,"
                + " montant. Il porte sur la commune d’Orléans\u202f; ses dates vont du 1er\u00a0février"
                + " 2022 au 1er\u00a0avril 2022. Il est publié par la commune d’Orléans, d'après un fichier de"
                + " ses services où 3 corrections ont été faites.");
    assertThat(draft.period()).isEqualTo("2022");
    assertThat(draft.theme()).isEqualTo(Theme.GOVERNMENT);
    assertThat(draft.territory()).extracting(Territory::code).isEqualTo("45234");
    assertThat(draft.frequency()).isEqualTo(UpdateFrequency.ANNUAL);
    assertThat(draft.contact()).as("never somebody's own").isEmpty();

    String html = description(suggestions, draft, FormErrors.of("title", "Donnez un titre."));
    assertThat(html).contains("aria-invalid=\"true\"").contains("Orléans (commune, 45234)");
    assertThat(html).contains("Repris du titre au-dessus du tableau");
    assertThat(html).contains("9 points sur 9").contains("385 points sur 405 (excellent)");
    assertThat(html).contains("Donnez l'adresse d'un service.").contains("Europe + 20");
  }

  @Test
  void anAnswerSomebodyWroteIsKeptAndTheOthersFollowTheData() {
    Suggestions before = suggestions(3);
    Draft said =
        before.marked(
            new Draft(
                "Mon titre",
                before.draft().summary(),
                List.of("a"),
                null,
                null,
                License.ODBL,
                UpdateFrequency.ANNUAL,
                "",
                "2022",
                Map.of("Montant", "En euros")));
    Suggestions now = suggestions(1);
    Draft shown = now.under(said);

    assertThat(said.typed())
        .containsExactlyInAnyOrder(
            Answer.TITLE, Answer.KEYWORDS, Answer.THEME, Answer.TERRITORY, Answer.LICENSE);
    assertThat(shown.title()).isEqualTo("Mon titre");
    assertThat(shown.license()).isEqualTo(License.ODBL);
    assertThat(shown.summary()).contains("où 1 correction a été faite");
    assertThat(shown.columns()).containsEntry("Montant", "En euros").containsKey("Bénéficiaire");
    assertThat(description(now, shown, FormErrors.NONE))
        .contains(
            "Vous avez changé cette réponse. Ma proposition était\u202f: Subventions aux associations");
  }

  @Test
  void whatAFormerJalonKeptOfADescriptionIsRead() {
    Draft former =
        Json.read(
            """
            {"title":"T","summary":"S","keywords":["k"],"theme":"ENVIRONMENT","license":"ODBL",
             "frequency":"ANNUAL","contact":"a@b.fr","period":"2021","columns":{"A":"a"}}
            """,
            Draft.class);

    assertThat(former.typed()).containsExactlyInAnyOrder(Answer.values());
    assertThat(former.licenseReference()).isEmpty();
    assertThat(suggestions(0).under(former).territory())
        .extracting(Territory::name)
        .isEqualTo("Orléans");
    assertThat(former.description().license()).isEqualTo(License.ODBL);
  }

  @Test
  void noAnswerThatMattersStaysToBeChosen() {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("title", "x".repeat(151));
    form.add("summary", "y".repeat(5_001));
    form.add("keywords", "z".repeat(97));
    form.add("contact", "mairie");
    form.add("frequency", "UNKNOWN");

    assertThat(DescriptionForm.of(form).errors(page).sentences())
        .containsOnlyKeys(
            "title", "summary", "keywords", "theme", "frequency", "license", "contact");
    form.set("license", "APPROVED");
    form.set("contact", "");
    assertThat(DescriptionForm.of(form).errors(page).sentences())
        .containsKeys("licenseReference", "contact");
    form.setAll(
        Map.of(
            "title",
            "T",
            "summary",
            "S",
            "keywords",
            "k",
            "contact",
            "mairie@exemple.fr",
            "licenseReference",
            "décret n° 2021-1",
            "theme",
            "HEALTH",
            "frequency",
            "ANNUAL",
            "territory",
            "COMMUNE 45234"));
    DescriptionForm filled = DescriptionForm.of(form);
    assertThat(filled.errors(page).isEmpty()).isTrue();
    assertThat(filled.draft().description().licenseReference()).isEqualTo("décret n° 2021-1");
    assertThat(filled.draft().territory()).extracting(Territory::name).isEqualTo("Orléans");
    form.set("territory", "COMMUNE <b>");
    assertThat(DescriptionForm.of(form).draft().territory()).isNull();
  }

  @Test
  void hostileWordsOfADescriptionStayWords() {
    Draft hostile =
        new Draft(
            "<script>x</script>",
            "</textarea><img src=x onerror=x>",
            List.of("\"><b>"),
            null,
            null,
            License.ODBL,
            UpdateFrequency.ANNUAL,
            "\"><i>@x.fr",
            "[a](javascript:x)",
            Map.of("Montant", "\" onfocus=x"));
    assertThat(description(suggestions(0), hostile, FormErrors.NONE))
        .doesNotContain("<script>x", "<img src=x", "<b>", "<i>@", "value=\"\" onfocus");
  }

  private static Suggestions suggestions(int corrections) {
    return Suggestions.of(
        new Describer(
                Samples.inspection(),
                Samples.inspection(),
                Samples.outcome().export().columns(),
                "subventions_2022.csv",
                Samples.ORLEANS,
                ColumnValues.FREQUENT)
            .describe(corrections),
        "");
  }

  private String description(Suggestions suggestions, Draft draft, FormErrors errors) {
    MetadataFacts facts =
        new MetadataFacts(
            draft.summary(),
            draft.keywords(),
            draft.theme(),
            draft.territory(),
            draft.period(),
            draft.frequency(),
            draft.license(),
            draft.contact(),
            List.of(WrittenFormat.CSV),
            !draft.columns().isEmpty(),
            Samples.NOW);
    return write(
        "description",
        Samples.deposit(Step.DESCRIPTION, Samples.inspection(), List.of()),
        Step.DESCRIPTION,
        "deposit.description.heading",
        Map.of(
            "view",
            new DescriptionViews(page).of(Samples.outcome(), suggestions, draft),
            "table",
            new ReadingViews(page).table(Samples.inspection(), List.of()),
            "score",
            ScoreView.of(page, facts, Samples.NOW),
            "leftOut",
            List.of(),
            "errors",
            errors));
  }

  @Test
  void theListOfDepositsSaysWhereEachStands() {
    Map<String, Object> model = new HashMap<>();
    model.put("page", page.titled("deposit.list.title"));
    model.put("deposits", List.of());
    model.put("authorities", Map.of());
    model.put("everyone", false);
    model.put("canDeposit", true);
    assertThat(checked(render("list", model))).contains("Aucun dépôt");
  }

  @Test
  void theDropPageTakesAFileWithoutAnyScript() {
    Map<String, Object> model = new HashMap<>();
    model.put("page", page.titled("deposit.drop.title"));
    model.put("bands", Wizard.bandsBefore(page));
    model.put("address", "");
    model.put("renewed", "");
    model.put("errors", FormErrors.NONE);
    model.put("largest", 1000L);
    model.put("announced", 1000L);
    model.put("accepted", ".csv,.xlsx");
    assertThat(checked(render("drop", model)))
        .contains("enctype=\"multipart/form-data\"")
        .contains("type=\"file\"")
        .contains("accept=\".csv,.xlsx\"");
  }

  private String write(
      String template, Deposit deposit, Step step, String title, Map<String, Object> values) {
    Page titled = page.titled(title).widened();
    Map<String, Object> model = new HashMap<>(values);
    model.put("wizard", Wizard.of(titled, deposit, step, "Orléans", Samples.NOW));
    return checked(render(template, model));
  }

  private String render(String template, Map<String, Object> model) {
    StringOutput output = new StringOutput();
    templates.render("deposit/" + template + ".jte", model, output);
    return output.toString();
  }

  /** What every page promises: one title, nothing inline. */
  private static String checked(String html) {
    assertThat(html.split("<h1", -1)).as("one h1").hasSize(2);
    assertThat(html)
        .doesNotContain(" style=")
        .doesNotContain("<script>")
        .doesNotContain(" onclick");
    return html;
  }

  private static Page page(Messages messages) {
    return new Page(
        "",
        messages,
        new Visitor("Camille Roy", "Orléans", Set.of("AGENT")),
        List.of(new Page.NavLink("Mes dépôts", "/depots", true, false)),
        null,
        null,
        "/depots",
        "",
        null,
        new Assets(),
        false,
        0,
        false);
  }
}
