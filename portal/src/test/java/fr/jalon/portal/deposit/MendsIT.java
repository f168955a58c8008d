package fr.jalon.portal.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.Json;
import fr.jalon.engine.RecipeFile;
import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Convert;
import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Recipe;
import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is accepted is what was shown, whoever else is at work; and recipes, whoever wrote them. */
class MendsIT extends PortalIT {
  private static final String SECRET = "un-chemin-de-halage-en-mars";
  private static final byte[] FILE =
      """
      nom;date;montant
      École Jules-Ferry ;12/03/2022;1 200,50
      Gymnase;21/04/2022;800,25
      Bibliothèque ;15/06/2022;35,00
      """
          .getBytes(StandardCharsets.UTF_8);

  @Autowired private DepositMends mends;
  @Autowired private DepositRows rows;
  @Autowired private Accounts accounts;
  @Autowired private Organizations organizations;

  @BeforeEach
  void people() {
    UUID orleans =
        organizations.search("Orléans", 20).stream()
            .filter(one -> one.kind() == LocalAuthority.Kind.COMMUNE)
            .findFirst()
            .orElseThrow()
            .id();
    for (String email : List.of("agent@orleans.example", "collegue@orleans.example")) {
      if (accounts.findByEmail(email).isEmpty()) {
        accounts.open(email, "Camille Roy", Role.AGENT, orleans, SECRET);
      }
    }
  }

  @Test
  void aMendThatChangedSinceItWasShownIsShownAgain() throws InterruptedException {
    TestVisitor agent = visitor().signIn("agent@orleans.example", SECRET);
    String deposit = atMends(agent, "a.csv");
    Proposal shown = deposit(deposit).open().get(0);
    Proposal now =
        new Proposal(
            shown.id(),
            shown.rule(),
            shown.column(),
            shown.letters(),
            shown.parameters(),
            shown.count() + 1,
            shown.samples(),
            shown.certain(),
            shown.mend());
    propose(deposit, List.of(now));

    HttpResponse<String> answer = accept(agent, deposit, shown);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("la revoici").contains(Fingerprint.of(now));
    assertThat(deposit(deposit).accepted()).isEmpty();

    assertThat(accept(agent, deposit, now).statusCode()).isEqualTo(302);
    assertThat(accept(agent, deposit, now).statusCode()).as("twice is as once").isEqualTo(302);
    assertThat(deposit(deposit).accepted()).containsExactly(now);

    agent.get(deposit + "/corrections");
    HttpResponse<String> gone =
        agent.post(deposit + "/corrections/accepter", Map.of("mend", "rien:x", "seen", "0"));
    assertThat(gone.statusCode()).isEqualTo(422);
    assertThat(gone.body()).contains("n'est plus proposée");
  }

  @Test
  void oneOfTwoContraryMendsIsRefusedInWords() throws InterruptedException {
    TestVisitor agent = visitor().signIn("agent@orleans.example", SECRET);
    TestVisitor colleague = visitor().signIn("collegue@orleans.example", SECRET);
    String deposit = atMends(agent, "b.csv");
    Proposal days = dates("date-form:date", DateOrder.DAY_FIRST, true);
    Proposal months = dates("date-form:date+", DateOrder.MONTH_FIRST, false);
    propose(deposit, List.of(days, months));
    agent.get(deposit + "/corrections");
    colleague.get(deposit + "/corrections");

    assertThat(accept(colleague, deposit, months).statusCode()).isEqualTo(302);
    HttpResponse<String> answer = accept(agent, deposit, days);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("dit le contraire").contains("value=\"date-form:date+\"");
    assertThat(deposit(deposit).accepted()).containsExactly(months);

    HttpResponse<String> all =
        agent.post(
            deposit + "/corrections/accepter",
            Map.of("certain", "true", "seen", Fingerprint.of(days)));
    assertThat(all.statusCode()).isEqualTo(422);
    assertThat(deposit(deposit).accepted()).containsExactly(months);
  }

  @Test
  void twoPeopleWhoAcceptAtOnceAreBothHeard() throws InterruptedException {
    TestVisitor agent = visitor().signIn("agent@orleans.example", SECRET);
    TestVisitor colleague = visitor().signIn("collegue@orleans.example", SECRET);
    String deposit = atMends(agent, "c.csv");
    colleague.get(deposit + "/corrections");
    List<Proposal> open = deposit(deposit).open();
    assertThat(open).hasSizeGreaterThan(1);
    List<Thread> both = new ArrayList<>();
    both.add(new Thread(() -> accept(agent, deposit, open.get(0))));
    both.add(new Thread(() -> accept(colleague, deposit, open.get(1))));
    both.forEach(Thread::start);
    for (Thread one : both) {
      one.join();
    }

    assertThat(deposit(deposit).accepted()).containsExactlyInAnyOrder(open.get(0), open.get(1));
  }

  @Test
  void aRecipeIsKeptAndReplayedOnAnotherFile() throws InterruptedException {
    TestVisitor agent = visitor().signIn("agent@orleans.example", SECRET);
    String first = atMends(agent, "équipements 2022.csv");
    for (Proposal one : deposit(first).open()) {
      accept(agent, first, one);
    }
    mends.editCells(id(first), person(), List.of(Samples.edit(edit("Gymnase", "Gymnase Ballu"))));
    HttpResponse<String> recipe = agent.get(first + "/corrections/recette");
    assertThat(recipe.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(recipe.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;")
        .contains("quipements");
    Recipe kept =
        Objects.requireNonNull(
            RecipeFile.read(recipe.body().getBytes(StandardCharsets.UTF_8)).recipe());
    assertThat(kept.mends()).isEqualTo(deposit(first).accepted());

    List<Proposal> more = new ArrayList<>(kept.mends());
    more.add(edit("Piscine", "Bassin"));
    more.add(
        new Proposal(
            "x",
            "surrounding-spaces",
            null,
            null,
            Map.of("total", "x"),
            1,
            List.of(),
            true,
            Convert.of(new ColumnRef("ailleurs", ""), new Conversion.TrimSpaces())));
    String second = atMends(agent, "d.csv");
    HttpResponse<String> answer = replay(agent, second, Json.write(Recipe.of("x", more)));
    assertThat(answer.statusCode()).isEqualTo(302);
    String page = page(agent, second + "/corrections");

    assertThat(deposit(second).accepted())
        .extracting(Proposal::mend)
        .containsExactlyInAnyOrderElementsOf(kept.mends().stream().map(Proposal::mend).toList());
    assertThat(page)
        .contains("2 corrections n'ont pas été reprises")
        .contains("Retrait des espaces en trop")
        .contains("le tableau n'a pas la colonne qu'elle demande")
        .contains("ce qu'elle devait changer a changé depuis");
  }

  @Test
  void aFileThatIsNoRecipeIsRefusedAndChangesNothing() throws InterruptedException {
    TestVisitor agent = visitor().signIn("agent@orleans.example", SECRET);
    String deposit = atMends(agent, "e.csv");
    String cycle =
        "{\"version\":1,\"name\":\"\",\"mends\":[{\"id\":\"x\",\"repair\":\"other-name\",\"mend\":"
            + "{\"type\":\"rename\",\"names\":[{\"column\":{\"name\":\"nom\"},\"to\":\"date\"},"
            + "{\"column\":{\"name\":\"date\"},\"to\":\"nom\"}]}}]}";
    for (String hostile :
        List.of(
            "",
            "un texte",
            "{\"version\":7,\"mends\":[]}",
            "{\"version\":1,\"mends\":[{\"id\":null}]}",
            "[".repeat(20_000),
            "{\"version\":1,\"name\":\"" + "x".repeat(RecipeFile.LARGEST) + "\",\"mends\":[]}")) {
      agent.get(deposit + "/corrections");
      HttpResponse<String> answer = replay(agent, deposit, hostile);
      assertThat(answer.statusCode())
          .as(hostile.substring(0, Math.min(60, hostile.length())))
          .isEqualTo(422);
      assertThat(answer.body()).contains("recette-refus");
    }
    assertThat(deposit(deposit).accepted()).isEmpty();

    agent.get(deposit + "/corrections");
    assertThat(replay(agent, deposit, cycle).statusCode()).isEqualTo(302);
    assertThat(page(agent, deposit + "/corrections")).contains("elle se contredit elle-même");
    assertThat(deposit(deposit).accepted()).isEmpty();
  }

  @Test
  void everyCellAtFaultIsMarkedAndWhatWasPutRightIsShownBesideWhatItWas()
      throws InterruptedException {
    TestVisitor agent = visitor().signIn("agent@orleans.example", SECRET);
    String deposit = atMends(agent, "tableau.csv");
    Proposal spaces =
        deposit(deposit).open().stream()
            .filter(one -> one.rule().equals("surrounding-spaces"))
            .findFirst()
            .orElseThrow();

    String before = page(agent, deposit + "/corrections");
    assertThat(before)
        .contains("id=\"A2\" class=\"fault")
        .contains("id=\"A4\" class=\"fault")
        .doesNotContain("id=\"A3\" class=\"fault")
        .contains("href=\"#A4\"")
        .contains("href=\"#carte-surrounding-spaces\"");
    assertThat(page(agent, deposit + "/corrections/cas?correction=surrounding-spaces%3Anom&page=9"))
        .contains("?ligne=4#A4");

    assertThat(accept(agent, deposit, spaces).statusCode()).isEqualTo(302);
    assertThat(page(agent, deposit + "/corrections"))
        .contains("Bibliothèque\u2423</del>")
        .contains("Bibliothèque</ins>")
        .contains("href=\"#fait-0\"");
    assertThat(agent.get(deposit + "/corrections?ligne=999999&page=-3&tout=oui").statusCode())
        .isEqualTo(200);
    assertThat(agent.get(deposit + "/corrections/cas?point=rien").statusCode()).isEqualTo(422);
  }

  @Test
  void rowsChosenByHandAreSetAsideAndComeBack() throws InterruptedException {
    TestVisitor agent = visitor().signIn("agent@orleans.example", SECRET);
    String deposit = atMends(agent, "lignes.csv");

    for (String written : List.of("la dernière", "", "0", "7 à 9")) {
      HttpResponse<String> answer =
          agent.post(deposit + "/corrections/ecarter", Map.of("lignes", written));
      assertThat(answer.statusCode()).as(written).isEqualTo(422);
      assertThat(answer.body()).as(written).contains("role=\"alert\"");
    }
    assertThat(deposit(deposit).accepted()).isEmpty();

    agent.post(deposit + "/corrections/ecarter", Map.of("lignes", "3 à 4"));
    Proposal aside = deposit(deposit).accepted().get(0);
    assertThat(aside.count()).isEqualTo(2);
    assertThat(page(agent, deposit + "/corrections"))
        .contains("Mise de côté de lignes choisies à la main")
        .containsPattern("id=\"ligne-4\"[^>]*set-aside")
        .doesNotContainPattern("id=\"ligne-2\"[^>]*set-aside");

    mends.replay(id(deposit), person(), List.of(aside));
    page(agent, deposit + "/corrections");
    assertThat(deposit(deposit).accepted()).extracting(Proposal::mend).contains(aside.mend());

    mends.applyMends(id(deposit), person());
    page(agent, deposit + "/description");
    assertThat(Objects.requireNonNull(deposit(deposit).outcome()).export().rows()).isEqualTo(1);
    mends.undo(id(deposit), person(), aside.id());
    assertThat(deposit(deposit).accepted()).isEmpty();
  }

  private HttpResponse<String> accept(TestVisitor who, String deposit, Proposal mend) {
    return who.post(
        deposit + "/corrections/accepter", Map.of("mend", mend.id(), "seen", Fingerprint.of(mend)));
  }

  private static HttpResponse<String> replay(TestVisitor who, String deposit, String recipe) {
    return who.upload(
        deposit + "/corrections/rejouer",
        Map.of(),
        "recette",
        "recette.json",
        recipe.getBytes(StandardCharsets.UTF_8));
  }

  /** The machine read the file otherwise. */
  private void propose(String deposit, List<Proposal> proposals) {
    Inspection read = Objects.requireNonNull(deposit(deposit).inspection());
    int number = rows.startJob(id(deposit), Job.INSPECT);
    assertThat(
            rows.inspected(
                id(deposit), number, read.withProposals(proposals), null, List.of(), List.of()))
        .isTrue();
  }

  private static Proposal dates(String id, DateOrder order, boolean certain) {
    return new Proposal(
        id,
        "date-form",
        "date",
        "B",
        Map.of(),
        3,
        List.of(new Proposal.Change("B2", "12/03/2022", "2022-03-12")),
        certain,
        Convert.of(
            new ColumnRef("date", "B"),
            new Conversion.WriteDates(Conversion.WriteDates.Form.DATE, order, null)));
  }

  private static Proposal edit(String before, String after) {
    return CellEdit.apart(
            List.of(
                new Proposal(
                    "x",
                    "edit-cell",
                    null,
                    null,
                    Map.of(),
                    1,
                    List.of(),
                    false,
                    new EditCells(
                        List.of(new EditCells.Edit(new ColumnRef("nom", "A"), 3, before, after))))))
        .get(0);
  }

  private String atMends(TestVisitor agent, String name) throws InterruptedException {
    agent.get("/depots/nouveau");
    HttpResponse<String> answer = agent.upload("/depots", Map.of(), "fichier", name, FILE);
    String deposit = TestVisitor.location(answer).replaceFirst("^https?://[^/]+", "");
    page(agent, deposit + "/lecture");
    agent.post(deposit + "/lecture", Map.of());
    page(agent, deposit + "/corrections");
    return deposit;
  }

  private static String page(TestVisitor visitor, String path) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      String body = visitor.get(path).body();
      if (!body.contains("http-equiv=\"refresh\"")) {
        return body;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("The work on " + path + " does not end");
  }

  private Deposit deposit(String address) {
    return rows.find(id(address)).orElseThrow();
  }

  private static UUID id(String address) {
    return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
  }

  private Person person() {
    return accounts.findByEmail("agent@orleans.example").orElseThrow();
  }
}
