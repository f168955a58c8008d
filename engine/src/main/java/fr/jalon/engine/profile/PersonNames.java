package fr.jalon.engine.profile;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts that are nothing but the name of someone: "MARTINAGE Odile", "Odile MARTINAGE". The first
 * names are common ones of France, of all ages; others are known by their capitals where the header
 * speaks of people.
 */
final class PersonNames {
  private static final Set<String> FIRST =
      Set.copyOf(
          List.of(
              ("aaron abdel abdou abel adam adele adeline adil adrien agathe agnes ahmed aicha aime albane albert alex"
                      + " alexandra alexandre alexia alexis alfred ali alice aline alix amandine amelie amina amine anais andre andrea andree angelique"
                      + " anna anne annick annie anthony antoine antoinette arlette armand arnaud arthur astrid audrey augustin aurelie aurelien axel"
                      + " axelle aya ayoub baptiste barbara bastien beatrice benedicte benjamin benoit bernadette bernard berthe bertrand bilal"
                      + " blandine brahim brice brigitte bruno camille carine carole caroline catherine cecile cedric celia celine chantal charlene"
                      + " charles charlotte chloe christelle christian christiane christine christophe claire clara claude claudette claudine"
                      + " clemence clement coralie corentin corinne cyril cyrille damien daniel daniele danielle david deborah delphine denis denise"
                      + " diane didier dimitri djamel dominique dorian dorothee edgar edith edouard elena eliane elie eliot elisa elisabeth elise"
                      + " elodie eloise emile emilie emilien emma emmanuel emmanuelle enzo eric erwan estelle esteban ethan etienne eugene eva evelyne"
                      + " fabien fabienne fabrice fanny farid fatiha fatima fatoumata felix fernand fernande flavie flavien florence florent florian"
                      + " francine francis franck francois francoise frederic frederique gabin gabriel gabrielle gael gaelle gaetan gaston genevieve"
                      + " georges georgette gerald geraldine gerard germaine ghislaine gilbert gilberte gilles ginette gisele gregoire gregory guillaume"
                      + " guy gwenaelle hadrien hamid hamza hassan helene henri henriette herve hicham hubert hugo hugues huguette ibrahim ines irene"
                      + " isaac isabelle ismael jacqueline jacques jade jamal jean jeanine jeanne jeannine jennifer jeremie jeremy jerome jessica jimmy"
                      + " joel joelle johanna jonathan jordan joseph josephine josette josiane josselin joyce jules julia julie julien juliette justin"
                      + " justine kader kamel karim karima karine katia kevin khadija kylian laetitia lambert laura laure laurence laurent laurie lea"
                      + " leila lena leo leon leonie liam lilian liliane lina linda lionel lisa loic lola lou louis louisa louise luc lucas lucette"
                      + " lucie lucien lucienne ludivine ludovic lydia lydie madeleine mael maelle maeva magali mahe malik malika manon manuel marc"
                      + " marcel marcelle margaux margot marguerite maria marianne marie marine marion marius marjorie martin martine maryse mateo"
                      + " mathias mathieu mathilde mathis mathys matthieu maud maurice maxence maxime mehdi melanie melissa michel michele micheline"
                      + " mickael mireille mohamed mohammed monique morgane mourad moussa muriel myriam nabil nadege nadia nadine nassim natacha nathalie"
                      + " nathan nicolas nicole nina noa noah noe noemie nolan nora norbert odette odile olivia olivier omar oscar ophelie pascal pascale"
                      + " patrice patricia patrick paul paule paulette pauline perrine philippe pierre pierrette quentin rachel rachid raphael raymond"
                      + " raymonde rayan rebecca regine regis remi remy rene renee richard robert robin rodolphe roger roland romain romane rosalie rose"
                      + " roselyne sabine sabrina said salima salome samia samir samuel sandra sandrine sara sarah sebastien segolene serge severine"
                      + " simon simone sofia sofiane solange solene sonia sophie stanislas stephane stephanie suzanne sylvain sylvette sylvia sylviane"
                      + " sylvie tatiana teddy theo theodore theophile therese thibault thibaut thierry thomas timothee tiphaine titouan tom tristan"
                      + " ugo valentin valentine valerie vanessa veronique victoire victor victoria vincent violette virginie viviane wassim wilfried"
                      + " william xavier yacine yan yanis yann yannick yasmine yohan yolande youcef youssef yvan yves yvette yvonne zacharie zineb zoe")
                  .split(" ")));

  /** Words that begin the names of places and of bodies, which often bear someone's name. */
  private static final Set<String> OF_PLACES =
      Set.copyOf(
          List.of(
              ("rue avenue av boulevard bd bld place pl square allee allees chemin impasse cours quai route"
                      + " passage esplanade pont parc jardin stade gymnase salle espace ecole college lycee"
                      + " creche groupe maison centre theatre mediatheque bibliotheque musee piscine complexe"
                      + " residence foyer hopital clinique institut fondation association assoc club amicale"
                      + " comite cercle union les amis aux societe sarl sas eurl sci ets entreprise cabinet"
                      + " saint sainte st ste mairie commune ville parking station arret rond hotel ehpad esat"
                      + " ime collectif compagnie cie ensemble orchestre chorale harmonie prix fonds radio")
                  .split(" ")));

  private static final Set<String> CIVILITIES =
      Set.of("m", "m.", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle");
  private static final Set<String> PARTICLES =
      Set.of("de", "du", "des", "d", "la", "le", "van", "von", "der", "ben", "el", "al");
  private static final Pattern SPACES = Pattern.compile("[ \\u00a0]+");
  private static final Pattern CAPITALS = Pattern.compile("(?:\\p{Lu}['’-]?){2,30}");
  private static final Pattern SMALL = Pattern.compile("\\p{Lu}\\p{Ll}+(?:-\\p{Lu}?\\p{Ll}+)*");
  private static final int LONGEST = 60;

  private PersonNames() {}

  /** True for a surname in capitals beside a well-known first name. */
  static boolean isKnown(String text) {
    List<String> words = words(text);
    List<String> first = words.stream().filter(word -> SMALL.matcher(word).matches()).toList();
    return isName(words) && first.stream().anyMatch(PersonNames::isFirstName);
  }

  /** True for what may well be a name, in a column said to hold people. */
  static boolean isLikely(String text) {
    List<String> words = words(text);
    return isName(words)
        || (words.size() >= 2
            && words.size() <= 4
            && words.stream().allMatch(PersonNames::isPartOfName)
            && (isFirstName(words.get(0)) || isFirstName(words.get(words.size() - 1)))
            && !OF_PLACES.contains(Words.fold(words.get(0))));
  }

  /** The words, civilities left out; none when the text is too long to be a name. */
  private static List<String> words(String text) {
    String bare = text.strip();
    if (bare.length() > LONGEST) {
      return List.of();
    }
    return SPACES
        .splitAsStream(bare)
        .filter(word -> !CIVILITIES.contains(Words.fold(word)))
        .toList();
  }

  /** Capitals on one side, a first name on the other, and nothing else. */
  private static boolean isName(List<String> words) {
    int capitals = 0;
    int small = 0;
    int turns = 0;
    boolean lastSmall = false;
    for (String word : words) {
      boolean isSmall = SMALL.matcher(word).matches();
      boolean isCapitals = CAPITALS.matcher(word).matches();
      if (!isSmall && !isCapitals && !PARTICLES.contains(word)) {
        return false;
      }
      capitals += isCapitals ? 1 : 0;
      small += isSmall ? 1 : 0;
      turns += capitals + small > 1 && (isSmall || isCapitals) && isSmall != lastSmall ? 1 : 0;
      lastSmall = isCapitals ? false : isSmall || lastSmall;
    }
    return capitals >= 1
        && capitals <= 4
        && small >= 1
        && small <= 3
        && turns == 1
        && !OF_PLACES.contains(Words.fold(words.get(0)));
  }

  private static boolean isPartOfName(String word) {
    return SMALL.matcher(word).matches()
        || CAPITALS.matcher(word).matches()
        || PARTICLES.contains(word);
  }

  private static boolean isFirstName(String word) {
    String folded = Words.fold(word);
    int dash = folded.indexOf('-');
    return FIRST.contains(dash < 0 ? folded : folded.substring(0, dash));
  }
}
