package fr.jalon.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.jalon.portal.web.Networks;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Nothing in the program reaches out, but the room that guards the way: a client without the guard
 * is a hole.
 */
class OneWayOutTest {
  private static final String ROOM = "fr.jalon.portal.fetch";

  /** Opening an address, looking a name up, or connecting. */
  private static final Set<String> OPENING =
      Set.of("openConnection", "openStream", "getContent", "getByName", "getAllByName", "toURL");

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("fr.jalon");

  @Test
  void noOtherRoomUsesAClientOfTheWeb() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOM)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net.http..",
            "org.apache.hc..",
            "org.apache.http..",
            "okhttp3..",
            "org.springframework.web.client..",
            "org.springframework.web.reactive..",
            "org.springframework.http.client..",
            "org.springframework.boot.restclient..",
            "sun.net..")
        .because("fetch.Fetcher is the one client: it checks where it connects")
        .check(PROGRAM);
  }

  @Test
  void noOtherRoomOpensASocketOrAnAddress() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOM)
        .and()
        .doNotHaveFullyQualifiedName(Networks.class.getName())
        .should()
        .callCodeUnitWhere(
            new DescribedPredicate<JavaCall<?>>("it connects, or opens an address") {
              @Override
              public boolean test(JavaCall<?> call) {
                JavaClass owner = call.getTargetOwner();
                return connects(owner) || (OPENING.contains(call.getName()) && opens(owner));
              }
            })
        .because("fetch.Fetcher is the one client: it checks where it connects")
        .check(PROGRAM);
  }

  private static boolean connects(JavaClass owner) {
    return (owner.isAssignableTo(Socket.class) && !owner.isAssignableTo(ServerSocket.class))
        || owner.getName().startsWith("java.nio.channels.SocketChannel")
        || owner.getName().startsWith("java.nio.channels.AsynchronousSocketChannel")
        || owner.getName().startsWith("java.nio.channels.DatagramChannel")
        || owner.getName().startsWith("java.net.DatagramSocket")
        || owner.getName().startsWith("javax.net.");
  }

  private static boolean opens(JavaClass owner) {
    return owner.isEquivalentTo(URL.class)
        || owner.getName().equals("java.net.URLConnection")
        || owner.getName().equals("java.net.URI")
        || owner.getName().equals("java.net.InetAddress");
  }
}
