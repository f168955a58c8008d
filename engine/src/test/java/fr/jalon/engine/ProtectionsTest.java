package fr.jalon.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Source;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.Protections;
import fr.jalon.engine.rule.mend.Choice;
import fr.jalon.engine.rule.mend.Misfit;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people choose to hide is hidden first, and nothing that comes after sees it. */
class ProtectionsTest {
  private static final String FILE =
      """
      nom;prénom;date de naissance;mobile;adresse;montant
      Zyxwarek ;Odette;17/09/1953;0671829304;14 rue des Zorbules, 45190 Beaugency;1 250,50
      Quorbellec;Marius;03/04/1961;0644556678;9 impasse du Trabuc, 45000 Orléans;12,30
      Vlimpetz;Chantal;22/11/1953;0699887712;3 rue du Four, 45190 Beaugency;45,10
      """;

  @TempDir Path folder;

  @Test
  void hidesBeforeAnythingElseIsLookedAt() throws IOException {
    Inspection first = inspect(FILE, InspectOptions.NONE);
    List<Proposal> chosen =
        choices(
            first,
            "personal-data:remove-column:nom",
            "personal-data:group-initial:prénom",
            "personal-data:group-year:date de naissance",
            "personal-data:mask:mobile",
            "personal-data:group-commune:adresse");

    Inspection hidden = inspect(FILE, InspectOptions.NONE.withProtections(chosen, Set.of()));

    assertThat(hidden.leftOut()).isEmpty();
    assertThat(hidden.preview().get(0).cells())
        .containsExactly("O.", "1953", "[masqué]", "45190 Beaugency", "1 250,50");
    assertThat(undecided(hidden)).isEmpty();
    // columns keep the letters they have in the file
    assertThat(hidden.findings())
        .filteredOn(cause -> cause.code().equals("decimal-comma"))
        .extracting(Cause::letters)
        .containsExactly("F");
    assertThat(hidden.findings()).noneMatch(cause -> cause.code().equals("surrounding-spaces"));
  }

  @Test
  void saysHowManyRowsTheSmallestGroupHas() throws IOException {
    Inspection first = inspect(FILE, InspectOptions.NONE);

    assertThat(smallest(first, "personal-data:group-year:date de naissance")).isEqualTo("1");
    assertThat(smallest(first, "personal-data:group-age-band:date de naissance")).isEqualTo("3");
    assertThat(smallest(first, "personal-data:group-commune:adresse")).isEqualTo("1");
    assertThat(first.proposals())
        .filteredOn(one -> one.choice() == Choice.MASK)
        .allSatisfy(one -> assertThat(one.parameters()).doesNotContainKey("smallest"));
  }

  @Test
  void isAppliedFirstWhateverTheOrderOfTheRecipe() throws IOException {
    Inspection first = inspect(FILE, InspectOptions.NONE);
    List<Proposal> chosen =
        choices(first, "personal-data:group-year:date de naissance", "personal-data:mask:mobile");
    InspectOptions hiding = InspectOptions.NONE.withProtections(chosen, Set.of());
    List<Proposal> accepted =
        new ArrayList<>(
            inspect(FILE, hiding).proposals().stream().filter(Proposal::certain).toList());

    String apart = written(FILE, hiding, accepted);
    accepted.addAll(chosen);
    assertThat(written(FILE, InspectOptions.NONE, accepted)).isEqualTo(apart);
    Collections.reverse(accepted);
    assertThat(written(FILE, InspectOptions.NONE, accepted)).isEqualTo(apart);
    Recipe recipe =
        requireNonNull(RecipeFile.read(RecipeFile.write(Recipe.of("a.csv", accepted))).recipe());
    assertThat(written(FILE, InspectOptions.NONE, recipe.mends())).isEqualTo(apart);
    assertThat(apart).contains("Zyxwarek,Odette,1953,[masqué]").contains("1250.50");
    // chosen twice is chosen once
    assertThat(written(FILE, hiding, accepted)).isEqualTo(apart);
  }

  @Test
  void oneThingIsChosenForAColumn() throws IOException {
    Inspection first = inspect(FILE, InspectOptions.NONE);
    List<Proposal> both =
        choices(first, "personal-data:mask:nom", "personal-data:remove-column:nom");

    Inspection hidden = inspect(FILE, InspectOptions.NONE.withProtections(both, Set.of()));

    assertThat(hidden.leftOut())
        .containsExactly(new Export.LeftOut("personal-data:remove-column:nom", Misfit.EXCLUDED));
    assertThat(hidden.preview().get(0).cells()).contains("[masqué]");
  }

  @Test
  void whatDoesNotFitNextYearIsTold() throws IOException {
    List<Proposal> chosen =
        choices(
            inspect(FILE, InspectOptions.NONE),
            "personal-data:mask:nom",
            "personal-data:remove-column:mobile");
    String next = FILE.replace(";mobile;", ";portable;").replaceFirst("\nZyx[^\n]*", "");
    InspectOptions hiding = InspectOptions.NONE.withProtections(chosen, Set.of());

    Inspection seen = inspect(next, hiding);

    assertThat(seen.leftOut())
        .containsExactly(
            new Export.LeftOut("personal-data:remove-column:mobile", Misfit.NO_SUCH_COLUMN));
    assertThat(undecided(seen)).contains("portable").doesNotContain("nom");
    assertThat(Engine.repair(source(next), hiding, List.of(), Noon.CLOCK, Progress.NONE).leftOut())
        .isEqualTo(seen.leftOut());
  }

  @Test
  void whatIsKeptForAReasonIsToldAndShown() throws IOException {
    Inspection first = inspect(FILE, InspectOptions.NONE);
    Cause names =
        first.findings().stream()
            .filter(
                cause -> "nom".equals(cause.column()) && cause.code().equals(Protections.COLUMN))
            .findFirst()
            .orElseThrow();
    assertThat(names.subject()).isEqualTo("personal-data:surname:nom");

    Inspection kept =
        inspect(FILE, InspectOptions.NONE.withProtections(List.of(), Set.of(names.subject())));

    assertThat(kept.preview().get(0).cells()).contains("Zyxwarek ").doesNotContain("Odette");
    assertThat(kept.findings())
        .filteredOn(cause -> cause.subject().equals(names.subject()))
        .extracting(cause -> cause.parameters().get("kept"))
        .containsExactly("yes");
    assertThat(first.findings()).noneMatch(cause -> cause.parameters().containsKey("kept"));
  }

  @Test
  void anInspectionStoredBeforeIsStillRead() {
    String json = Json.write(inspectQuietly()).replaceFirst(",\"leftOut\":\\[\\]\\}$", "}");

    assertThat(json).doesNotContain("leftOut");
    assertThat(Json.read(json, Inspection.class).leftOut()).isEmpty();
    InspectOptions options = Json.read("{\"reading\":null}", InspectOptions.class);
    assertThat(options.protections()).isEmpty();
    assertThat(options.openly()).isFalse();
  }

  private Inspection inspectQuietly() {
    try {
      return inspect("a;b\n1;2\n3;4\n", InspectOptions.NONE);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What was chosen is quiet, and what travels to a worker and back is the same. */
  @Test
  void everyChoiceLeavesNothingToDecide() throws IOException {
    Inspection first = inspect(FILE, InspectOptions.NONE);
    List<Proposal> choices =
        first.proposals().stream().filter(one -> one.choice() != null).toList();
    assertThat(choices).hasSizeGreaterThan(10);
    for (Proposal choice : choices) {
      InspectOptions hiding = InspectOptions.NONE.withProtections(List.of(choice), Set.of("a"));
      assertThat(Json.read(Json.write(hiding), InspectOptions.class)).isEqualTo(hiding);
      assertThat(undecided(inspect(FILE, hiding)))
          .as(choice.id())
          .doesNotContain(String.valueOf(choice.column()));
    }
  }

  private static List<String> undecided(Inspection inspection) {
    return inspection.findings().stream()
        .filter(cause -> Protections.isDecided(cause.code()))
        .map(cause -> String.valueOf(cause.column()))
        .toList();
  }

  private static String smallest(Inspection inspection, String id) {
    return String.valueOf(choices(inspection, id).get(0).parameters().get("smallest"));
  }

  private static List<Proposal> choices(Inspection inspection, String... ids) {
    List<Proposal> chosen =
        inspection.proposals().stream().filter(one -> List.of(ids).contains(one.id())).toList();
    assertThat(chosen).extracting(Proposal::id).containsExactlyInAnyOrder(ids);
    return chosen;
  }

  private String written(String text, InspectOptions options, List<Proposal> accepted)
      throws IOException {
    Source source = source(text);
    Engine.repair(source, options, accepted, Noon.CLOCK, Progress.NONE);
    return Files.readString(source.work().resolve("data.csv"));
  }

  private Inspection inspect(String text, InspectOptions options) throws IOException {
    return Engine.inspect(source(text), options, Noon.CLOCK, Progress.NONE);
  }

  private Source source(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("agents.csv"), text);
    Path work = Files.createDirectories(folder.resolve("work"));
    return new Source(file, "agents.csv", Files.size(file), work);
  }
}
