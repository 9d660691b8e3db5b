@echo off
rem Starts groups on the Java runtime shipped beside this script.
setlocal
set "lib=%~dp0..\lib"
set JAVA_TOOL_OPTIONS=
set JDK_JAVA_OPTIONS=
set _JAVA_OPTIONS=
"%~dp0..\runtime\bin\java.exe" @JVM_OPTIONS@ "-XX:AOTCache=%lib%\groups.aot" -cp "@CLASS_PATH@" @MAIN_CLASS@ %*
exit /b %ERRORLEVEL%
