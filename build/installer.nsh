; Offers Stet under "Open with" for files that it imports, and takes none of them away from another program.

!macro offerFor ENDING
  WriteRegStr SHCTX "Software\Classes\.${ENDING}\OpenWithProgids" "Stet.Story" ""
!macroend

!macro takeBackFor ENDING
  DeleteRegValue SHCTX "Software\Classes\.${ENDING}\OpenWithProgids" "Stet.Story"
!macroend

!macro customInstall
  WriteRegStr SHCTX "Software\Classes\Stet.Story" "" "Story"
  WriteRegStr SHCTX "Software\Classes\Stet.Story\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHCTX "Software\Classes\Stet.Story\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro offerFor "txt"
  !insertmacro offerFor "md"
  !insertmacro offerFor "markdown"
  !insertmacro offerFor "html"
  !insertmacro offerFor "htm"
  !insertmacro offerFor "json"
!macroend

!macro customUnInstall
  !insertmacro takeBackFor "txt"
  !insertmacro takeBackFor "md"
  !insertmacro takeBackFor "markdown"
  !insertmacro takeBackFor "html"
  !insertmacro takeBackFor "htm"
  !insertmacro takeBackFor "json"
  DeleteRegKey SHCTX "Software\Classes\Stet.Story"
!macroend
