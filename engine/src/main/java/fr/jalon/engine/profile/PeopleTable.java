package fr.jalon.engine.profile;

import fr.jalon.engine.profile.kind.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table tell of people together: names that no header announces, and the
 * addresses and telephones of those who are named. A table of bodies, by its headers or its SIRET,
 * speaks of bodies.
 */
final class PeopleTable {
  /** People in their private life. */
  private static final Set<String> PRIVATE =
      set(
          "agent agents eleve eleves patient patients locataire locataires allocataire allocataires"
              + " usager usagers adherent adherents licencie licencies habitant habitants electeur"
              + " electeurs salarie salaries stagiaire stagiaires defunt defunts enfant enfants parent"
              + " parents tuteur assure assures administre resident residents participant participants"
              + " benevole benevoles");

  /** People or bodies, as the rest of the table says. */
  private static final Set<String> PEOPLE_OR_BODIES =
      set(
          "demandeur demandeurs demandeuse beneficiaire beneficiaires candidat candidats petitionnaire"
              + " petitionnaires proprietaire proprietaires titulaire titulaires occupant occupants"
              + " concessionnaire concessionnaires inscrit inscrits abonne abonnes");

  /** Those who hold an office, or signed a work, are named in public. */
  private static final Set<String> IN_OFFICE =
      set(
          "elu elue elus maire maires depute senateur rapporteur rapporteurs president presidente"
              + " vice adjoint conseiller conseillere conseillers signataire ministre prefet"
              + " auteur auteurs artiste artistes architecte sculpteur peintre compositeur"
              + " realisateur interprete editeur personnalite parrain");

  private static final Set<String> OF_PLACES =
      set(
          "rue voie voies lieu lieux site salle equipement ecole etablissement commune ville quartier"
              + " station arret parking monument batiment bureau libelle denomination toponyme");

  private static final Set<String> OF_BODIES =
      set(
          "siret siren rna association associations structure structures raison entreprise entreprises"
              + " societe organisme organismes etablissement etablissements denomination club clubs"
              + " ecole ecoles fournisseur fournisseurs equipement equipements service services"
              + " commune salle site");

  private static final Set<String> ADDRESS = set("adresse adresses adr domicile");

  /** A column of which that share are names is one of people. */
  private static final double MOSTLY = 0.6;

  private static Set<String> set(String words) {
    return Set.copyOf(List.of(words.split(" ")));
  }

  /** Values after which a column that names few people is looked at no further. */
  private static final int ENOUGH_SEEN = 500;

  private final List<Words> headers;
  private final List<ColumnProfile> profiles;
  private final List<Distinct> values;
  private final boolean ofBodies;

  private PeopleTable(List<Words> headers, List<ColumnProfile> profiles, List<Distinct> values) {
    this.headers = headers;
    this.profiles = profiles;
    this.values = values;
    this.ofBodies =
        headers.stream().anyMatch(header -> header.hasAny(OF_BODIES))
            || profiles.stream()
                .anyMatch(profile -> Set.of("siret", "siren", "rna").contains(profile.kind()));
  }

  /** The profiles with what they tell of people once seen side by side. */
  static List<ColumnProfile> seen(
      List<Words> headers, List<ColumnProfile> profiles, List<Distinct> values) {
    return new PeopleTable(headers, profiles, values).seen();
  }

  private List<ColumnProfile> seen() {
    List<ColumnProfile> named = new ArrayList<>();
    boolean people = false;
    for (int i = 0; i < profiles.size(); i++) {
      ColumnProfile profile = profiles.get(i);
      boolean names = profile.personal() == null && namesPeople(i);
      people |= names || isPrivateName(i);
      named.add(names ? profile.with(PersonalClass.PERSON_NAME) : profile);
    }
    if (!people || ofBodies) {
      return named;
    }
    for (int i = 0; i < named.size(); i++) {
      PersonalClass beside = beside(i, named.get(i));
      if (beside != null) {
        named.set(i, named.get(i).with(beside));
      }
    }
    return named;
  }

  /** Names of people whose header says so, with or without "nom"; of first names and surnames. */
  private boolean isPrivateName(int i) {
    return PersonalClass.PERSON_NAME.code().equals(profiles.get(i).personal())
        && !headers.get(i).hasAny(IN_OFFICE);
  }

  private boolean namesPeople(int i) {
    Words header = headers.get(i);
    if (profiles.get(i).asKind() != Kinds.TEXT || header.hasAny(IN_OFFICE)) {
      return false;
    }
    if (header.hasAny(PRIVATE) || (!ofBodies && header.hasAny(PEOPLE_OR_BODIES))) {
      return share(values.get(i), PersonNames::isLikely) >= MOSTLY;
    }
    return !ofBodies
        && !header.hasAny(OF_PLACES)
        && share(values.get(i), PersonNames::isKnown) >= MOSTLY;
  }

  private @Nullable PersonalClass beside(int i, ColumnProfile profile) {
    if (profile.asKind() == Kinds.PHONE) {
      return PersonalClass.PERSON_PHONE;
    }
    boolean address = headers.get(i).hasAny(ADDRESS) && profile.asKind() == Kinds.TEXT;
    return address && profile.personal() == null ? PersonalClass.PERSON_ADDRESS : null;
  }

  private static double share(Distinct values, Predicate<String> test) {
    long passing = 0;
    long all = 0;
    for (int index = 0; index < values.size(); index++) {
      all += values.count(index);
      passing += test.test(values.value(index).toString()) ? values.count(index) : 0;
      if (index == ENOUGH_SEEN && passing * 4 < all) {
        return 0;
      }
    }
    return all == 0 ? 0 : (double) passing / all;
  }
}
