package fr.jalon.engine.format;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Foreign XML and archives come in by one class each, where their limits are. */
class OneDoorTest {
  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("fr.jalon.engine");

  @Test
  void xmlIsReadByTheScannerOnly() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "javax.xml.parsers", "javax.xml.transform..", "javax.xml.xpath", "org.xml.sax.."))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javax.xml.stream.XMLInputFactory")
        .because("XmlScanner has no entities and opens nothing: read XML through it")
        .check(ENGINE);
  }

  @Test
  void archivesAreOpenedByArchiveOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.zip.ZipFile")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.zip.ZipInputStream")
        .because("Archive judges the directory and counts what comes out: open ZIP files with it")
        .check(ENGINE);
  }
}
