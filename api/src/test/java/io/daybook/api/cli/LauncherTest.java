package io.daybook.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell scripts, on a machine where nothing but the usual small tools is installed. */
class LauncherTest {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final List<String> TOOLS = List.of("sh", "dirname", "readlink", "grep", "find", "head", "mkdir");

    @TempDir
    private Path machine;

    @BeforeEach
    void copyTheScripts() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        for (String script : List.of("daybook", "mvnw", ".mvn/find-jdk.sh")) {
            Path copy = machine.resolve("project").resolve(script);
            Files.createDirectories(copy.getParent());
            Files.copy(root.resolve(script), copy);
        }
        Path tools = Files.createDirectories(machine.resolve("tools"));
        for (String tool : TOOLS) {
            Path usual = Path.of("/usr/bin", tool);
            Path real = Files.exists(usual) ? usual : Path.of("/bin", tool);
            program(tools.resolve(tool), "exec " + real + " \"$@\"");
        }
    }

    @Test
    void without_a_jdk_both_scripts_say_in_one_line_what_to_install() throws Exception {
        for (String script : List.of("daybook", "mvnw")) {
            Result result =
                    run(Map.of(), machine.resolve("project").resolve(script).toString(), "serve");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.output()).hasLineCount(1).contains("needs a JDK 25", "install");
        }
    }

    @Test
    void without_maven_both_scripts_say_in_one_line_what_to_install() throws Exception {
        jdk("jdk-25", "25.0.1");
        Map<String, String> environment =
                Map.of("JAVA_HOME", machine.resolve("jvm/jdk-25").toString());
        for (String script : List.of("daybook", "mvnw")) {
            Result result =
                    run(environment, machine.resolve("project").resolve(script).toString(), "serve");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.output()).hasLineCount(1).contains("needs Apache Maven", "apt-get install maven");
        }
    }

    @Test
    void a_jdk_25_is_found_beside_a_default_java_17() throws Exception {
        jdk("jdk-17", "17.0.15");
        jdk("jdk-25", "25.0.1");
        Files.createSymbolicLink(machine.resolve("tools/java"), machine.resolve("jvm/jdk-17/bin/java"));
        String find = ". " + machine.resolve("project/.mvn/find-jdk.sh") + " && echo $JAVA_HOME";
        Map<String, String> wrongHome =
                Map.of("JAVA_HOME", machine.resolve("jvm/jdk-17").toString());
        for (Map<String, String> environment : List.of(Map.<String, String>of(), wrongHome)) {
            assertThat(run(environment, SHELL.toString(), "-c", find).output().strip())
                    .isEqualTo(machine.toRealPath().resolve("jvm/jdk-25").toString());
        }
    }

    @Test
    void a_jdk_25_is_found_where_people_unpack_one() throws Exception {
        jdk("../home/.sdkman/candidates/java/25-tem", "25");
        String find = ". " + machine.resolve("project/.mvn/find-jdk.sh") + " && echo $JAVA_HOME";
        assertThat(run(Map.of(), SHELL.toString(), "-c", find).output()).contains("/.sdkman/candidates/java/25-tem");
    }

    private void jdk(String name, String version) throws IOException {
        Path home = machine.resolve("jvm").resolve(name).normalize();
        Files.createDirectories(home.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            program(home.resolve("bin").resolve(program), "exit 1");
        }
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private static void program(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Result run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", machine.resolve("tools").toString());
        builder.environment().put("HOME", machine.resolve("home").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private record Result(int exitCode, String output) {}
}
