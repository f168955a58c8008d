package fr.jalon.portal.culture;

import fr.jalon.portal.organization.LocalAuthority.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A dataset an authority might open first. What it is, why and where it lies in a town hall are in
 * the message files under {@code culture.first.<key>}.
 */
public enum FirstDataset {
  SUBSIDIES(true, Effort.SMALL, anyone(), "subventions", "subvention"),
  PROCUREMENT(
      true, Effort.SOME, anyone(), "format-commande-publique", "marche", "commande publique"),
  ADDRESSES(true, Effort.SOME, EnumSet.of(Kind.COMMUNE), "adresse", "adresse"),
  DELIBERATIONS(false, Effort.SMALL, anyone(), "deliberations", "deliberation"),
  BUDGET(false, Effort.SMALL, anyone(), "budget", "budget", "compte administratif"),
  FACILITIES(false, Effort.SMALL, local(), "equipements", "equipement", "salles", "ecoles"),
  FIRST_NAMES(false, Effort.SMALL, EnumSet.of(Kind.COMMUNE), "prenoms", "prenom"),
  MENUS(false, Effort.SMALL, local(), "menus", "menu", "cantine"),
  TREES(false, Effort.SOME, local(), "arbre", "arbre"),
  ENERGY(false, Effort.SOME, anyone(), "energie", "energie", "consommation"),
  CHARGING_POINTS(true, Effort.SOME, anyone(), "irve", "borne", "irve", "recharge"),
  DEFIBRILLATORS(true, Effort.SMALL, anyone(), "dae", "defibrillateur"),
  CATALOGUE(false, Effort.NONE, anyone(), "catalogue", "catalogue");

  /** What it takes, the least first. */
  public enum Effort {
    /** Made by itself. */
    NONE,
    SMALL,
    SOME
  }

  private final boolean asked;
  private final Effort effort;
  private final Set<Kind> owners;
  private final String schema;
  private final List<String> words;

  FirstDataset(boolean asked, Effort effort, Set<Kind> owners, String schema, String... words) {
    this.asked = asked;
    this.effort = effort;
    this.owners = owners;
    this.schema = schema;
    this.words = List.of(words);
  }

  private static Set<Kind> anyone() {
    return EnumSet.of(
        Kind.COMMUNE, Kind.EPCI, Kind.DEPARTEMENT, Kind.REGION, Kind.SYNDICAT, Kind.GIP);
  }

  private static Set<Kind> local() {
    return EnumSet.of(Kind.COMMUNE, Kind.EPCI);
  }

  /** Whether a text of its own asks those who have some to publish it, whatever their size. */
  boolean isAsked() {
    return asked;
  }

  Effort effort() {
    return effort;
  }

  boolean isOf(Kind kind) {
    return owners.contains(kind);
  }

  /** Key of its words in the message files. */
  public String key() {
    return "culture.first." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Whether a published dataset is one of these: its model says so, else its title.
   *
   * @param schema code of its model, "" for none
   * @param title without accents, in lower case
   */
  boolean isIn(String schema, String title) {
    return schema.contains(this.schema)
        || words.stream().anyMatch(word -> (" " + title).contains(" " + word));
  }
}
