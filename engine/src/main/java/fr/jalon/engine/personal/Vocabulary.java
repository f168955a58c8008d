package fr.jalon.engine.personal;

import fr.jalon.engine.profile.Words;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words, folded, by which values and headers say what they are about. */
final class Vocabulary {
  /** Words of the names of places and of bodies, which often bear someone's name. */
  static final Set<String> BODIES =
      set(
          "rue avenue av boulevard bd bld bvd place pl square allee allees chemin impasse cours quai"
              + " route passage esplanade pont parc jardin jardins stade gymnase salle espace ecole"
              + " ecoles college lycee creche groupe maison centre theatre mediatheque bibliotheque"
              + " musee piscine complexe residence foyer hopital clinique institut fondation"
              + " association assoc asso club amicale comite cercle union amis societe sarl sas sasu eurl sci"
              + " sa snc scop gaec earl scea ets entreprise entreprises cabinet mairie commune ville"
              + " parking station arret rond hotel ehpad esat ime collectif compagnie cie ensemble"
              + " orchestre chorale harmonie prix fonds radio garage boulangerie pharmacie menuiserie"
              + " plomberie transports auto-ecole restaurant cafe bar librairie imprimerie freres fils"
              + " associes groupement syndicat federation ligue maconnerie couverture charpente"
              + " electricite peinture batiment travaux assurances banque patisserie boucherie"
              + " coiffure fleuriste immobilier notaires avocats architectes consulting services"
              + " service conseil construction constructions carrelage tp btp elagage paysage"
              + " paysages domaine ferme chateau moulin eglise chapelle cimetiere monument statue"
              + " maternelle elementaire primaire conservatoire ludotheque halle hameau lotissement"
              + " zone zac za zi lieu-dit faubourg venelle mail rocade sentier villa cite clos"
              + " gare tour port ile bois foret etang residences atelier ateliers studio agence"
              + " mission office caisse direction pole departement bureau unite secteur quartier"
              + " festival fete tournoi exposition collection edition editions");

  /** Words of those who hold an office, or signed a work: they are named in public. */
  static final Set<String> IN_OFFICE =
      set(
          "elu elue elus maire maires depute deputee senateur senatrice rapporteur rapporteurs president presidente"
              + " adjoint adjointe conseiller conseillere conseillers"
              + " signataire ministre prefet auteur auteurs autrice artiste artistes architecte"
              + " sculpteur peintre compositeur realisateur realisatrice interprete editeur personnalite"
              + " parrain candidat candidats candidate ecrivain createur illustrateur scenariste dessinateur"
              + " author authors artist sportif athlete");

  /** Mandates, when they are the values of a column. */
  private static final Pattern MANDATE =
      Pattern.compile(
          "(?:\\d+(?:er|e|ere|eme)? )?(?:maire(?:[- ]adjointe?)?|adjointe?(?: au maire)?"
              + "|(?:vice[- ])?president[e]?|conseill(?:er|ere)s?"
              + " (?:municipal|communautaire|departemental|regional|delegue)|conseill(?:er|ere) deleguee?"
              + "|depute|senat(?:eur|rice)|elue? )\\b.*");

  static final Set<String> PRIVATE =
      set(
          "agent agents eleve eleves patient patients locataire locataires allocataire allocataires"
              + " usager usagers adherent adherents licencie licencies habitant habitants electeur"
              + " electeurs salarie salaries stagiaire stagiaires defunt defunts enfant enfants parent"
              + " parents tuteur assure assures administre administres resident residents participant"
              + " participants benevole benevoles etudiant etudiants pupil pupils employee employees");

  static final Set<String> PEOPLE_OR_BODIES =
      set(
          "demandeur demandeurs demandeuse beneficiaire beneficiaires candidat candidats petitionnaire"
              + " petitionnaires proprietaire proprietaires titulaire titulaires occupant occupants"
              + " concessionnaire concessionnaires inscrit inscrits abonne abonnes personne personnes");

  static final Set<String> OF_BODIES =
      set(
          "siret siren rna association associations structure structures raison entreprise entreprises"
              + " societe organisme organismes etablissement etablissements denomination club clubs"
              + " fournisseur fournisseurs equipement equipements enseigne");

  /** Headers that explain words and pairs of words as something else than people. */
  static final Set<String> OTHER_THINGS =
      set(
          "rue voie voies lieu lieux site sites salle salles equipement ecole ecoles etablissement"
              + " commune communes ville villes quartier quartiers station arret arrets parking monument"
              + " batiment bureau libelle denomination toponyme localite espece especes essence genre"
              + " marque modele produit produits couleur type types categorie statut pays nationalite"
              + " region departement service services direction matiere mois jour nature intitule"
              + " titre designation ligne secteur zone circuit adresse theme thematique domaine objet"
              + " description commentaire observation article oeuvre oeuvres livre ouvrage editeur"
              + " constructeur fabricant variete race animal langue college lycee canton hameau"
              + " lieudit arbre plante botanique latin vernaculaire taxon bassin cours riviere"
              + " fournisseur entreprise societe operateur exploitant gestionnaire raison"
              + " association club organisme structure nom_voie nomvoie streetname city town"
              + " country species brand model product color street school parti liste nuance"
              + " profession metier emploi poste fonction grade cadre filiere classe niveau"
              + " motif etat situation usage activite mode periode saison");

  static final Set<String> OF_WORKS =
      set(
          "isbn cote titre oeuvre oeuvres livre editeur edition auteur auteurs artiste artistes"
              + " album film realisateur musee collection inventaire sculpture tableau technique support");

  static final Set<String> STREETS =
      set(
          "rue r avenue av ave boulevard bd bld bvd boul place pl square sq allee allees all chemin ch che chem impasse"
              + " imp cours quai route rte passage pass esplanade sentier sente ruelle venelle villa cite clos"
              + " hameau lieu-dit lieudit lotissement lot residence res faubourg fg mail montee cour"
              + " rond-point voie promenade traverse levee rampe parvis");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?:n°? ?)?\\d{1,5} ?(?:bis|ter|quater|[a-f])?(?:[ ,/-]+\\d{1,4}(?: ?(?:bis|ter|[a-f]))?)?[ ,]+)"
              + "(?:[\\p{L}]{1,12}[.]? ?)['’\\p{L}].{1,80}");

  private static final Pattern HEALTH =
      words(
          "asthme asthmatique diabet\\w* epilep\\w* allerg\\w* cancer\\w* depress\\w* handicap\\w* rqth ald"
              + " hypertension cardiaque cardiopathie autis\\w* trisomi\\w* dyslexi\\w* dysprax\\w*"
              + " tdah mucoviscidose sclerose parkinson alzheimer schizophren\\w* bipolaire"
              + " seropositi\\w* vih sida hepatite grossesse enceinte burn-?out anxie\\w* anorexi\\w* boulimi\\w*"
              + " intoleran\\w* arachide gluten lombalgie hernie tendinite arthrose fracture migraine"
              + " surdite malentendant\\w* cecite malvoyant\\w* fauteuil paraplegi\\w* hemiplegi\\w*"
              + " invalidite inaptitude inapte chimiotherapie insuline dialyse insuffisance"
              + " pathologie maladie\\w* traitement hospitalis\\w* psychiatri\\w* addiction alcoolisme toxicomanie"
              + " bronchite pneumonie covid\\w* tuberculose leucemie lymphome avc infarctus obesite"
              + " fibromyalgie eczema psoriasis endometriose pai ventoline troubles? insomnie"
              + " restriction\\w* sante medica\\w* trouble syndrome drepanocytose scoliose polyarthrite crohn");
  private static final Pattern BLOOD =
      Pattern.compile("(?:a|b|ab|o)\\s?(?:\\+|-|pos\\w*|neg\\w*|rh\\s?[+-])");

  private static final Pattern OPINION =
      words(
          "catholi\\w* protestant\\w* musulman\\w* islam juif juive judaisme bouddhis\\w* hindou\\w* athee\\w*"
              + " agnostique\\w* orthodoxe evangeli\\w* chretien\\w* temoin\\w* sikh sunnite chiite christianisme"
              + " cgt cfdt fo cftc unsa fsu sud solidaires cfe-?cgc snuipp fa-?fpt faftp force ouvriere"
              + " syndique\\w* syndicaliste non-syndique\\w* socialiste\\w* communiste\\w* ecologiste\\w* gaulliste\\w* centriste\\w*"
              + " republicain\\w* lr rn ps pcf eelv lfi modem lrem lreem udi reconquete npa insoumise?"
              + " sans_religion sans_confession non_croyant\\w* non_pratiquant\\w* sans_etiquette"
              + " renaissance anarchiste royaliste franc-macon\\w* kasher casher halal vegan");

  private static final Pattern ABSENCE =
      words(
          "arret\\w* maladie cmo clm cld conge\\w* maternite paternite absence\\w* absente?"
              + " accident itt citis longue disponibilite mi-temps therapeutique ajustifiee"
              + " asa injustifiee? cgm parental enfant");
  private static final Pattern ABSENCE_SURE =
      words(
          "arret\\w*_maladie conge\\w*_(?:de_)?(?:longue_)?(?:maladie|maternite|paternite|parental|duree)"
              + " longue_maladie longue_duree maladie_ordinaire accident_(?:de|du)_(?:travail|trajet|service)"
              + " maladie_professionnelle mi-?temps_therapeutique temps_partiel_therapeutique cmo clm cld citis"
              + " garde_d.?enfant_malade enfant_malade absence_injustifiee arret_de_travail maternite paternite maladie"
              + " conges?_(?:pathologique|exceptionnel|sans_solde) absence_non_justifiee grave_maladie");

  private static final Pattern SOCIAL =
      words(
          "rsa aah apl aspa ass aeeh asf mva css cmu-?c? acs allocataire\\w* rmi apa pch fsl ars"
              + " surendett\\w* secours precarite expuls\\w* sans_domicile sdf minima allocation\\w*"
              + " aide_alimentaire aide_sociale aide_financiere bon_alimentaire als alf paje colis_alimentaire"
              + " epicerie_sociale impaye\\w* tarif_social tranche_[a-g1-9] prime_d_activite quotient\\w*"
              + " demandeur_d_emploi chomage are pauvrete hebergement tutelle curatelle minimum_vieillesse");

  private static final Set<String> SEX =
      set(
          "m f h homme femme masculin feminin garcon fille male female mr mme monsieur madame mlle m.");

  private Vocabulary() {}

  static Set<String> set(String words) {
    return Set.copyOf(List.of(words.split(" ")));
  }

  private static Pattern words(String words) {
    String either = words.replace(" ", "|").replace("_", "[ '’.-]+");
    return Pattern.compile("(?<![a-z])(?:" + either + ")(?![a-z])");
  }

  static boolean isHealth(String text) {
    String folded = Words.fold(text);
    return HEALTH.matcher(folded).find() || BLOOD.matcher(folded.strip()).matches();
  }

  static boolean isBlood(String text) {
    return BLOOD.matcher(Words.fold(text).strip()).matches();
  }

  static boolean isOpinion(String text) {
    return OPINION.matcher(Words.fold(text)).find();
  }

  static boolean isAbsence(String text) {
    return ABSENCE_SURE.matcher(Words.fold(text)).find();
  }

  static boolean isAbsenceWord(String text) {
    return ABSENCE.matcher(Words.fold(text)).find();
  }

  static boolean isSocial(String text) {
    return SOCIAL.matcher(Words.fold(text)).find();
  }

  /** What most values of a column say of someone's life, null when they say nothing of it. */
  static @Nullable Category of(ColumnLook look) {
    if (look.cells(Vocabulary::isAbsence) >= MOSTLY) {
      return Category.ABSENCE;
    }
    if (look.cells(Vocabulary::isHealth) >= MOSTLY) {
      return Category.HEALTH;
    }
    if (look.cells(Vocabulary::isOpinion) >= MOSTLY) {
      return Category.OPINION;
    }
    return look.cells(Vocabulary::isSocial) >= MOSTLY ? Category.SOCIAL : null;
  }

  /** A column of which that share of the cells speaks of one thing speaks of it. */
  private static final double MOSTLY = 0.5;

  static boolean isSex(String text) {
    return SEX.contains(Words.fold(text.strip()));
  }

  static boolean isMandate(String text) {
    return MANDATE.matcher(Words.fold(text.strip())).matches();
  }

  /** "12 bis rue des Lilas", "Rue des Lilas", "lieu-dit Les Granges". */
  static boolean isAddress(String text) {
    String bare = text.strip();
    if (bare.length() < 6 || bare.length() > 120) {
      return false;
    }
    String folded = Words.fold(bare);
    return beginsAsStreet(folded) || isNumbered(folded);
  }

  /** "12 bis rue des Lilas": where someone lives, or works. */
  static boolean isNumberedAddress(String text) {
    return text.length() <= 120 && isNumbered(Words.fold(text.strip()));
  }

  private static boolean isNumbered(String folded) {
    return ADDRESS.matcher(folded).matches() && hasStreet(folded);
  }

  private static boolean hasStreet(String folded) {
    for (String word : BETWEEN.split(folded)) {
      if (STREETS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static final Pattern BETWEEN = Pattern.compile("[\\s,.]+");

  private static boolean beginsAsStreet(String folded) {
    String[] words = BETWEEN.split(folded, 3);
    return words.length >= 2 && words[0].length() > 1 && STREETS.contains(words[0]);
  }

  /** True when a text begins by a word of places or bodies: "École Jules Ferry". */
  static boolean isBody(String text) {
    String[] words = BETWEEN.split(Words.fold(text.strip()), 4);
    if (words.length >= 2 && BODIES.contains(words[0])) {
      return true;
    }
    // "Les Amis de…", but not "en cours"
    boolean article = Set.of("le", "la", "les").contains(words[0]);
    if (words.length >= 3 && article && BODIES.contains(words[1])) {
      return true;
    }
    return false;
  }
}
