// Made by `npm run generate` from data/classifier. Do not edit.

export const verbTable = [
  {
    "effect": "read",
    "strong": "get list search find fetch read view show query lookup retrieve describe inspect browse display monitor watch observe tail peek explore discover locate identify enumerate return obtain see ask answer recall whoami ping stat check verify count audit review recommend suggest explain summarize summarise analyze analyse diagnose trace profile poll wait preview grep glob cat head ls tree whois crawl scrape look visualize visualise screenshot snapshot compare detect determine investigate research examine measure debug probe resolve lint learn consult provide listen paginate looksup geocode gather introspect aggregate correlate assess appraise survey skim contrast guide teach surf advise unfurl dereference autocomplete spellcheck tabulate sniff eavesdrop",
    "weak": "download export dump print capture scan access load track report sample test select filter open render take give present benchmark map sort plot screen visit collect receive tell acquire grab enrich expand advertise cite gauge",
    "other": "获取 查询 搜索 查看 列出 检索 读取 返回 检查 分析 浏览 统计 查找 显示 监控 比较 下载 取得 検索 一覧 参照 確認 表示 조회 검색 목록 가져오기 확인 obtener obtiene consultar consulta buscar busca listar lista mostrar muestra ver leer recuperar abrufen abruft suchen sucht auflisten listet anzeigen zeigt lesen liest holt prüft récupère récupérer obtenir obtient chercher recherche rechercher lister liste afficher affiche lire consulter получить получает найти поиск показать список читать obter obtém exibir mostra ottieni cerca elenca getir listele ara göster oku hent søg pobierz wyszukaj"
  },
  {
    "effect": "compute",
    "strong": "quote roll calculate compute convert parse validate encode decode encrypt decrypt hash estimate predict forecast translate classify tokenize tokenise score rank diff simulate extract solve reason think brainstorm plan normalize normalise interpret infer critique reflect match sum multiply subtract divide beautify minify prettify ocr transcribe decompile disassemble rephrase paraphrase proofread echo optimize optimise round average concat concatenate stem lemmatize interpolate extrapolate differentiate factorize factorise transpose grade judge deduce imagine ideate randomize randomise simplify anonymize anonymise deobfuscate unminify stringify pluralize slugify humanize humanise",
    "weak": "format generate regenerate transform compose design prepare outline process evaluate synthesize synthesise reverse shuffle flip toss pick choose polish correct sanitize sanitise strip mask segment integrate invert model",
    "other": "计算 转换 解析 验证 翻译 生成 预测 計算 変換 翻訳 検証 계산 변환 번역 생성 calcular calcula convertir convierte generar genera gera gerar berechnen berechnet umwandeln generiert calculer calcule convertit génère générer рассчитать конвертировать генерирует dönüştür hesapla"
  },
  {
    "effect": "write",
    "strong": "create add update edit modify write insert append put patch save store upsert rename move copy duplicate clone import upload attach detach assign unassign mark unmark tag untag pin unpin archive unarchive like unlike bookmark star unstar favorite favourite unfavorite unfavourite configure register complete reopen link relate subscribe unsubscribe toggle change replace increment decrement log annotate draft initialize initialise init scaffold ingest memorize memorise remember revise commit checkout fork stash rebase authenticate login logout signin enroll populate seed enable disable unpublish connect disconnect associate disassociate set alter adjust reorder bump lock unlock snooze hide unhide upvote downvote vote rate acknowledge ack follow unfollow mkdir touch setup bootstrap rollover categorize categorise prepend unsnooze checkin reassign restructure rework rewrite refactor persist cache stage unstage index reindex vectorize embed mutate undelete untrash restore reactivate reinstate whitelist blacklist redact overwrite migrate merge push amend augment author define designate dedupe deduplicate extend flag unflag group ungroup jot journal override position postpone prioritize prioritise reconcile relabel relocate reparent repair reschedule replicate substitute tailor transition uncomplete unmute align arrange extrude bevel sculpt paint protect unprotect pinpoint reformat remap renew retitle recolor recolour shorten instantiate retag deprioritize downgrade transcode compress decompress zip unzip unpack rekey autofill anchor nest unfreeze parametrize parameterize",
    "weak": "rebuild recreate reinstall reimage manage deactivate submit close switch refresh sync synchronize synchronise reset revert undo mute record make apply approve reject confirm accept decline request fix handle label comment note react sign begin initiate finish enforce draw resize upscale inpaint outpaint join bind unbind split combine customize customise personalize maintain trim crop pull distribute tune tweak tidy standardize standardise mix blend stamp indent collapse shift introduce opt localize localise freeze supply",
    "other": "创建 添加 更新 修改 设置 保存 写入 新增 编辑 上传 移动 复制 重命名 插入 存储 作成 追加 変更 設定 編集 登録 書き込み 추가 수정 업데이트 저장 설정 만들기 crear crea agregar agrega añadir añade actualizar actualiza modificar modifica editar guardar guarda insertar reactivar erstellen erstellt hinzufügen aktualisieren aktualisiert ändern ändert speichern speichert anlegen créer crée ajouter ajoute modifier modifie mettre enregistrer создать создает создаёт добавить обновить обновляет изменить сохранить criar cria adicionar adiciona atualizar atualiza salvar alterar aggiungi aggiorna oluştur oluşturur finalizar finaliza concluir conclui confirmar confirma abschließen ekle ekler güncelle günceller düzenle kaydet ayarla utwórz dodaj"
  },
  {
    "effect": "delete",
    "strong": "delete destroy erase wipe purge truncate uninstall trash expunge del rm rmdir obliterate annihilate shred unregister deregister decommission nuke delist evict unprovision deprovision raze revoke eradicate dissolve disband dispose eliminate offboard nullify zap exterminate unpair",
    "weak": "remove clear drop flush clean cleanup prune discard forget unshare lpop rpop pop expire reclaim vacuum unlink invalidate sweep empty scrub reap eject",
    "other": "删除 移除 清空 清除 注销 销毁 卸载 撤销 削除 消去 消す 破棄 삭제 제거 지우기 eliminar elimina borrar borra suprimir quitar löschen löscht entfernen entfernt supprimer supprime effacer efface удалить удаляет удаление стереть очистить excluir exclui apagar apaga deletar deleta cancella rimuovi sil siler kaldır temizle usuń slett verwijder"
  },
  {
    "effect": "run",
    "strong": "reprovision execute run exec invoke trigger deploy dispatch spawn replay rerun backfill redeploy install upgrade rollback autorun relaunch delegate orchestrate fuzz exploit bruteforce inject eval finetune flash attack crack deauth spoof kickoff failover cutover ssh sudo detonate bombard phish",
    "weak": "provision call launch build schedule perform automate compile retry act interact proxy continue step train ship hack jam mine instrument queue enqueue release rollout",
    "other": "执行 运行 调用 触发 部署 安装 実行 起動 呼び出し デプロイ 실행 호출 배포 ejecutar ejecuta desplegar ausführen führt bereitstellen exécuter exécute lancer lance déployer выполнить выполняет запустить запускает executar executa implantar esegui esegue çalıştır çalıştırır uruchom"
  },
  {
    "effect": "lifecycle",
    "strong": "start stop restart pause resume kill terminate reboot shutdown suspend cordon uncordon drain hibernate unpause abort cancel halt scale autoscale quit respawn",
    "weak": "activate boot power reload",
    "other": "启动 停止 重启 暂停 恢复 终止 取消 再起動 一時停止 再開 시작 중지 재시작 취소 iniciar inicia detener detiene reiniciar cancelar cancela starten startet stoppen stoppt anhalten neustarten démarrer arrêter redémarrer annuler остановить перезапустить отменить parar başlat durdur"
  },
  {
    "effect": "message",
    "strong": "send reply tweet retweet repost notify broadcast dm unsend resend announce email sms respond nudge crosspost whisper shout",
    "weak": "post publish forward message dial page contact alert mention text blast escalate greet",
    "other": "发送 回复 发布 转发 通知 送信 返信 投稿 送る 전송 보내기 발송 답장 게시 enviar envía envia responder publicar publica senden sendet antworten verschicken envoyer envoie répondre publier отправить отправляет ответить опубликовать invia rispondi gönder gönderir wyślij"
  },
  {
    "effect": "actuate",
    "strong": "click tap press type fill hover scroll drag swipe navigate doubleclick dblclick keypress goto pinch focus blur longpress zoom uncheck unselect",
    "weak": "play skip seek speak say vibrate ring turn maximize minimize go back steer paste key emulate wave nod dim brighten hop jump walk",
    "other": "点击 导航 滚动 クリック 클릭 klicken cliquer нажать clicar clic"
  },
  {
    "effect": "money",
    "strong": "pay buy sell purchase withdraw deposit stake unstake undelegate redelegate borrow lend repay refund donate mint bet wager liquidate payout tip remit unlend debit topup",
    "weak": "transfer swap trade redeem bridge charge order claim place book reserve wrap unwrap",
    "other": "支付 转账 购买 付款 退款 支払い 送金 購入 결제 송금 구매 pagar paga transferir transfiere comprar bezahlen überweisen kaufen payer acheter оплатить перевести купить"
  },
  {
    "effect": "access",
    "strong": "grant invite impersonate promote demote ban unban kick authorize authorise deauthorize elevate chmod chown",
    "weak": "share block unblock allow deny permit rotate restrict",
    "other": "授权 邀请 共享 招待 権限付与 초대 invitar invita otorgar einladen freigeben inviter partager пригласить convidar"
  },
  {
    "effect": "weak",
    "strong": "",
    "weak": "control operate work administer support assist",
    "other": "管理 管理する 관리 gestionar gestiona administrar verwalten verwaltet gérer управлять gerenciar yönet"
  }
] as const;

export const nounTable = [
  {
    "class": "access-control",
    "words": "role permission acl member membership user group team collaborator privilege rbac iam access invitation invite principal grant admin owner ownership organization-member seat whitelist allowlist firewall security-rule 权限 角色 用户 权限组 権限 权限策略"
  },
  {
    "class": "credential",
    "words": "secret password credential apikey passphrase keypair privatekey mnemonic passcode ssh-key otp connection-string database-url dsn seed-phrase recovery-code 密钥 密码 凭证 パスワード 비밀번호 contraseña passwort senha"
  },
  {
    "class": "weak-credential",
    "words": "token key certificate env environment-variable config-var kv dotenv"
  },
  {
    "class": "holder",
    "words": "database db cluster instance vm server namespace table volume keyspace schema droplet warehouse datastore datacenter machine disk tenant 数据库 实例 データベース"
  },
  {
    "class": "evidence",
    "words": "log audit-log auditlog audit trail backup history event-log evidence snapshot"
  },
  {
    "class": "re-creatable",
    "words": "announcement banner invitation invite bookmark favorite favourite reaction star notification alert cache cookie breakpoint highlight silence rating watch watcher override timer marker reminder cart wishlist wantlist playlist list-entry list-item"
  },
  {
    "class": "scratch",
    "words": "thought thinking memory scratch scratchpad session preference bookmark favourite favorite reaction clipboard timer persona breakpoint cookie thoughtbox emoji"
  },
  {
    "class": "decoration",
    "words": "label tag emoji color colour title icon avatar theme bookmark star favorite favourite reaction highlight layout font style alias shape line rectangle ellipse text-node"
  },
  {
    "class": "runnable",
    "words": "execution job workflow pipeline run task-run taskrun build deployment process script command test suite action automation flow dag crawler container instance vm machine server service pod node app application droplet replica agent campaign playbook scan simulation migration cluster function lambda query cron scheduler trigger task-queue worker browser-session release rollout 任务 流程 实例 容器 脚本 服务 ジョブ"
  },
  {
    "class": "runnable-definition",
    "words": "workflow flow pipeline dag script function lambda automation playbook macro cron hook cronjob worker"
  },
  {
    "class": "run-instance",
    "words": "execution job run taskrun build pipeline deployment process workflow instance container"
  },
  {
    "class": "machine",
    "words": "instance vm machine server service container pod node droplet cluster deployment replica app application device host daemon stack environment database namespace simulator emulator"
  },
  {
    "class": "store",
    "words": "database db bucket table schema index cluster project account tenant organization organisation network volume namespace environment site server instance vm repository repo collection vault disk domain zone stack dataset drive filesystem keyspace subscription-plan workspace vpc 数据库 实例 データベース"
  },
  {
    "class": "messageable",
    "words": "message email mail sms tweet dm chat notification reply post toot newsletter campaign thread announcement slack whatsapp telegram letter fax comment direct-message story push invitation-email voicemail phone call mms reel skeet 消息 邮件 短信 通知 评论 メッセージ メール 메시지 메일 mensaje correo nachricht courriel сообщение mensagem mesaj"
  },
  {
    "class": "outbound",
    "words": "message email mail sms tweet dm mms whatsapp telegram fax newsletter toot push reel skeet 消息 邮件 短信 メッセージ メール 메시지 메일 mensaje correo nachricht courriel сообщение mensagem mesaj"
  },
  {
    "class": "money",
    "words": "payment transfer payout refund withdrawal deposit invoice fund money trade swap stake purchase donation bet offer checkout transaction cash bitcoin eth sol usdc token erc20 nft position liquidity balance wallet collateral loan allowance voucher coupon gift-card debit credit-card debit-card limit-order market-order tx txn rawtx usdt crypto sats satoshi zap coin stock share-order share airdrop validator"
  },
  {
    "class": "money-strong",
    "words": "payment payout refund withdrawal money fund bitcoin eth erc20 nft collateral sats stake swap bet tokens usdc usdt airdrop crypto"
  },
  {
    "class": "order",
    "words": "order trade position bet limit-order market-order booking reservation 订单 pedido pedidos commande bestellung"
  },
  {
    "class": "private-message",
    "words": "email mail inbox message dm chat conversation sms thread mailbox imessage whatsapp voicemail 邮件 消息"
  },
  {
    "class": "personal",
    "words": "contact customer patient employee candidate passport medical salary payroll resume user-profile beneficiary applicant student 患者 客户 联系人"
  },
  {
    "class": "regulated",
    "words": "patient medical prescription medical-record diagnosis ehr fhir lab-result allergy immunization insurance careplan"
  },
  {
    "class": "financial-record",
    "words": "payroll salary bank-account bank-transaction"
  },
  {
    "class": "file",
    "words": "file path directory folder document-file filesystem disk attachment 文件 目录 ファイル 파일 archivo datei fichier файл arquivo"
  },
  {
    "class": "folder",
    "words": "directory folder dir 目录 文件夹 フォルダ"
  },
  {
    "class": "web",
    "words": "url website webpage web page site link internet html rss feed 网页 网站"
  },
  {
    "class": "stranger-text",
    "words": "issue comment email mail message post tweet page website webpage review thread article feed pull-request ticket web discussion forum video transcript news inbox"
  },
  {
    "class": "screen",
    "words": "browser page element button mouse key keyboard cursor screen tab window simulator emulator gamepad selector dialog form-field device viewport checkbox dropdown url input 按钮 元素 页面"
  },
  {
    "class": "player",
    "words": "playback track song music clip queue volume player media audio sound"
  },
  {
    "class": "media",
    "words": "image video audio picture photo icon speech voice music sticker avatar svg illustration lipsync logo sound song"
  },
  {
    "class": "artifact",
    "words": "code report diagram chart plan summary text plot graph prompt query sql uuid password qr qrcode qr-code hash template suggestion documentation readme schema test-case number string idea name json xml yaml csv checklist-text outline mindmap mermaid flowchart url link signature token-count regex color palette explanation mock example snippet message-text response visualization visualisation insight analysis embedding random"
  },
  {
    "class": "code",
    "words": "code script python javascript typescript js bash shell powershell applescript lua ruby sql command cli terminal expression snippet program notebook cell repl wolfram r matlab lisp macro 代码 命令 脚本 コード コマンド código befehl"
  },
  {
    "class": "shell",
    "words": "command shell bash terminal cli powershell cmd console ssh 命令"
  },
  {
    "class": "sql",
    "words": "sql 数据库查询 ddl dml cypher aql"
  },
  {
    "class": "database",
    "words": "database db sql postgres mysql sqlite postgresql mssql oracle clickhouse snowflake bigquery neo4j cypher duckdb redshift mariadb 数据库 ydb"
  },
  {
    "class": "tool-noun",
    "words": "tool tools mcp 工具"
  },
  {
    "class": "test",
    "words": "test tests unit-test suite 测试"
  },
  {
    "class": "status",
    "words": "state status phase stage"
  },
  {
    "class": "stored-value",
    "words": "kv env dotenv config-var environment-variable"
  }
] as const;

export const pairTable = [
  {
    "verbs": "remove drop delete",
    "objects": "'background 'noise 'watermark 'duplicates 'duplicate 'whitespace 'formatting 'silence 'unused",
    "unless": "",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "drop",
    "objects": "'browser 'element 'elements 'mouse 'drag 'draggable 'onto",
    "unless": "",
    "needs": "",
    "becomes": "actuate"
  },
  {
    "verbs": "push",
    "objects": "'notification 'notifications 'alert",
    "unless": "",
    "needs": "",
    "becomes": "message"
  },
  {
    "verbs": "write paste",
    "objects": "'terminal 'iterm 'console 'stdin",
    "unless": "'log 'logs 'output",
    "needs": "",
    "becomes": "run"
  },
  {
    "verbs": "open activate",
    "objects": "'url 'application 'applications",
    "unless": "'form 'api 'issue",
    "needs": "",
    "becomes": "actuate"
  },
  {
    "verbs": "select unselect check",
    "objects": "'checkbox 'radio",
    "unless": "",
    "needs": "",
    "becomes": "actuate"
  },
  {
    "verbs": "select choose pick",
    "objects": "'active 'workspace 'environment 'organization 'organisation 'tenant 'context 'device",
    "unless": "'code 'text 'element 'from",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "play",
    "objects": "'it 'track 'tracks 'song 'songs 'result 'playlist 'album 'video 'music",
    "unless": "",
    "needs": "",
    "becomes": "actuate"
  },
  {
    "verbs": "fill blur rotate zoom scale crop move drag flip resize",
    "objects": "'rectangle 'rectangles 'circle 'ellipse 'polygon 'polygons 'shape 'shapes 'area 'areas 'region 'image 'images 'layer 'layers 'canvas 'cell 'cells 'range 'stl 'mesh 'model 'card 'cards",
    "unless": "",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "fill clear",
    "objects": "'field 'input 'textbox 'element 'form",
    "unless": "",
    "needs": "",
    "becomes": "actuate"
  },
  {
    "verbs": "execute run perform confirm",
    "objects": "'delete 'deletion 'removal 'purge 'deletes 'deletions",
    "unless": "",
    "needs": "",
    "becomes": "delete"
  },
  {
    "verbs": "execute run perform",
    "objects": "'create 'update 'insert 'upsert 'patch",
    "unless": "",
    "needs": "'interaction 'operation 'request 'mutation",
    "becomes": "write"
  },
  {
    "verbs": "execute run perform",
    "objects": "'read 'search 'get 'list 'lookup",
    "unless": "",
    "needs": "'interaction 'operation 'request",
    "becomes": "read"
  },
  {
    "verbs": "reset",
    "objects": "'factory",
    "unless": "",
    "needs": "",
    "becomes": "delete"
  },
  {
    "verbs": "restore revert rollback rebuild recreate reinstall reimage reset replace",
    "objects": "holder",
    "unless": "'deleted 'archived 'trash 'trashed 'record 'row 'rows 'index 'link 'setting 'settings 'config 'configuration 'credential 'credentials 'password 'tag 'tags 'text 'location 'name 'hostname",
    "needs": "",
    "becomes": "delete"
  },
  {
    "verbs": "charge",
    "objects": "'card 'customer 'payment 'amount 'wallet 'user",
    "unless": "",
    "needs": "",
    "becomes": "money"
  },
  {
    "verbs": "resolve close",
    "objects": "'issue 'issues 'ticket 'tickets 'thread 'comment 'conversation 'incident 'incidents 'discussion 'alert 'alerts",
    "unless": "",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "cancel",
    "objects": "'acknowledgement 'acknowledgements 'downtime 'downtimes 'reminder 'snooze",
    "unless": "",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "watch",
    "objects": "'issue 'issues 'ticket 'epic 'story 'task 'repository 'repo",
    "unless": "'run 'runs 'log 'logs 'build 'progress 'event 'events 'stream 'video",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "convert",
    "objects": "'task 'issue 'subtask 'lead 'item",
    "unless": "",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "evaluate",
    "objects": "'mathematical 'math 'arithmetic 'formula 'quality 'performance 'model 'response 'answer",
    "unless": "'javascript 'python 'js 'code 'script 'page",
    "needs": "",
    "becomes": "compute"
  },
  {
    "verbs": "evaluate",
    "objects": "code",
    "unless": "",
    "needs": "",
    "becomes": "run"
  },
  {
    "verbs": "evaluate",
    "objects": "'function",
    "unless": "",
    "needs": "",
    "becomes": "run"
  },
  {
    "verbs": "attach",
    "objects": "'process 'debugger",
    "unless": "",
    "needs": "",
    "becomes": "run"
  },
  {
    "verbs": "close process complete",
    "objects": "'position 'positions 'checkout",
    "unless": "",
    "needs": "",
    "becomes": "money"
  },
  {
    "verbs": "cancel",
    "objects": "'subscription 'subscriptions 'plan 'membership 'account 'service 'domain 'storage",
    "unless": "'event 'events 'topic 'webhook 'schedule 'task 'job 'run",
    "needs": "",
    "becomes": "delete"
  },
  {
    "verbs": "place submit execute post modify create replace confirm",
    "objects": "order",
    "unless": "'workorder 'work 'draft 'room",
    "needs": "",
    "becomes": "money"
  },
  {
    "verbs": "create send make submit execute initiate process capture authorize confirm schedule issue add claim",
    "objects": "money-strong",
    "unless": "'link 'links 'method 'methods 'intent 'webhook 'request 'reminder 'receipt 'email 'recipient 'template 'account 'payee 'page 'address 'url",
    "needs": "",
    "becomes": "money"
  },
  {
    "verbs": "move",
    "objects": "'fund 'funds 'money",
    "unless": "",
    "needs": "",
    "becomes": "money"
  },
  {
    "verbs": "create capture",
    "objects": "'charge 'charges",
    "unless": "'charger 'charging 'station 'battery 'vehicle 'rule 'type 'code 'profile",
    "needs": "",
    "becomes": "money"
  },
  {
    "verbs": "broadcast submit relay",
    "objects": "'transaction 'transactions 'tx 'txn 'rawtx",
    "unless": "'log 'message 'feedback 'report",
    "needs": "",
    "becomes": "money"
  },
  {
    "verbs": "send transfer approve sign",
    "objects": "money",
    "unless": "'email 'invoice 'request 'reminder 'file 'offer 'message",
    "needs": "",
    "becomes": "money"
  },
  {
    "verbs": "execute perform submit make",
    "objects": "'swap 'trade 'trades 'purchase 'payment 'transfer 'withdrawal 'buy 'sell",
    "unless": "",
    "needs": "",
    "becomes": "money"
  },
  {
    "verbs": "add remove provide",
    "objects": "'liquidity 'collateral 'margin",
    "unless": "",
    "needs": "",
    "becomes": "money"
  },
  {
    "verbs": "transfer",
    "objects": "'file 'files 'issue 'ownership 'call 'ticket 'task 'project 'repository 'domain 'style",
    "unless": "",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "create deploy launch mint",
    "objects": "'erc20 'erc721 'nft 'memecoin 'pumpfun",
    "unless": "",
    "needs": "",
    "becomes": "money"
  },
  {
    "verbs": "effect:write effect:message",
    "objects": "'draft 'template 'templates 'folder 'filter 'label 'rule 'signature 'subscription 'settings 'config",
    "unless": "",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "create add post publish submit make start schedule compose write broadcast",
    "objects": "outbound",
    "unless": "'account 'accounts 'group 'list 'channel 'webhook 'alias 'address 'filter 'template 'campaign 'domain 'history 'queue 'label 'server 'integration 'log 'template 'thread 'reaction 'attribute 'identity 'sender 'settings 'field 'provider 'verification",
    "needs": "",
    "becomes": "message"
  },
  {
    "verbs": "post publish share create",
    "objects": "'reel 'linkedin 'facebook 'instagram 'bluesky 'twitter 'mastodon 'toot",
    "unless": "",
    "needs": "",
    "becomes": "message"
  },
  {
    "verbs": "post",
    "objects": "messageable",
    "unless": "",
    "needs": "",
    "becomes": "message"
  },
  {
    "verbs": "call make create place start initiate dial end",
    "objects": "'phone 'call 'calls 'callout",
    "unless": "'function 'api 'contract 'tool 'tools",
    "needs": "",
    "becomes": "message"
  },
  {
    "verbs": "publish",
    "objects": "'message 'mqtt 'topic 'event 'post 'article 'tweet 'newsletter 'video",
    "unless": "",
    "needs": "",
    "becomes": "message"
  },
  {
    "verbs": "forward",
    "objects": "messageable",
    "unless": "",
    "needs": "",
    "becomes": "message"
  },
  {
    "verbs": "forward",
    "objects": "'port 'ports 'traffic 'connection 'connections 'tunnel",
    "unless": "messageable",
    "needs": "",
    "becomes": "run"
  },
  {
    "verbs": "send submit post pass",
    "objects": "'gcode 'g-code 'command 'commands 'code 'script",
    "unless": "'verification 'otp 'sms 'email 'confirmation 'discount 'promo 'coupon 'pin 'auth 'reset 'qr 'review 'invite 'login 'message 'snippet",
    "needs": "",
    "becomes": "run"
  },
  {
    "verbs": "send move",
    "objects": "'archive 'backlog 'trash 'bin",
    "unless": "messageable",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "leave",
    "objects": "'comment 'message 'voicemail 'review",
    "unless": "",
    "needs": "",
    "becomes": "message"
  },
  {
    "verbs": "set change update force modify",
    "objects": "status",
    "unless": "",
    "needs": "run-instance",
    "becomes": "lifecycle"
  },
  {
    "verbs": "create start trigger request submit queue schedule retry initiate launch begin rerun open make",
    "objects": "'execution 'executions 'run 'runs 'build 'builds 'deployment 'deploy 'deployments 'backfill 'crawl 'scraper 'repl 'scan 'scans 'capture 'captures 'pcap",
    "unless": "'plan 'definition 'template 'config 'configuration 'note 'comment 'label 'tag 'plot 'chart 'visualization 'visualisation 'summary",
    "needs": "",
    "becomes": "run"
  },
  {
    "verbs": "discard",
    "objects": "run-instance",
    "unless": "",
    "needs": "",
    "becomes": "lifecycle"
  },
  {
    "verbs": "create provision make",
    "objects": "'vm 'vms 'droplet 'cluster 'instance 'instances 'sandbox 'sandboxes 'pod 'container 'containers 'machine 'machines",
    "unless": "'template 'config 'tag 'token 'label 'policy 'snapshot 'node 'registry 'repository 'image 'group",
    "needs": "",
    "becomes": "run"
  },
  {
    "verbs": "create make start new",
    "objects": "'browser 'simulator 'emulator",
    "unless": "",
    "needs": "",
    "becomes": "actuate"
  },
  {
    "verbs": "execute run perform",
    "objects": "'search 'report 'reports 'audit 'analysis 'check 'checks 'diagnostics 'benchmark 'lint 'linter 'lookup 'screener 'comparison 'calculation 'simulation 'backtest 'review 'validation 'inspection 'aggregation 'ocr 'estimate 'thinking 'reasoning",
    "unless": "",
    "needs": "",
    "becomes": "read"
  },
  {
    "verbs": "execute run perform",
    "objects": "'saved 'stored 'predefined 'named",
    "unless": "",
    "needs": "'query 'queries 'search 'view 'report",
    "becomes": "read"
  },
  {
    "verbs": "promote release roll",
    "objects": "'app 'apps 'application 'build 'builds 'release 'releases 'deployment 'deployments 'image 'images 'version 'artifact 'artifacts 'canary 'pipeline",
    "unless": "'note 'notes 'user 'member",
    "needs": "",
    "becomes": "run"
  },
  {
    "verbs": "execute run perform",
    "objects": "'readonly 'select",
    "unless": "",
    "needs": "",
    "becomes": "read"
  },
  {
    "verbs": "perform conduct",
    "objects": "'search 'searches 'analysis 'research 'lookup 'query 'health 'calculation 'calculations 'web 'semantic 'similarity 'assessment",
    "unless": "",
    "needs": "",
    "becomes": "read"
  },
  {
    "verbs": "build compile",
    "objects": "artifact",
    "unless": "'code 'schema 'project 'app",
    "needs": "",
    "becomes": "compute"
  },
  {
    "verbs": "test",
    "objects": "'connection 'connectivity 'endpoint 'api 'url 'regex 'rule 'proxy 'auth 'credentials 'speed",
    "unless": "",
    "needs": "",
    "becomes": "read"
  },
  {
    "verbs": "test",
    "objects": "'tests 'sim 'device 'suite 'macos",
    "unless": "",
    "needs": "",
    "becomes": "run"
  },
  {
    "verbs": "apply",
    "objects": "'manifest 'manifests 'terraform 'migration 'migrations 'kubernetes 'kubectl 'resource 'resources 'run 'helm",
    "unless": "",
    "needs": "",
    "becomes": "run"
  },
  {
    "verbs": "call invoke execute use",
    "objects": "'api 'endpoint 'function 'tool 'method 'contract 'tools 'http 'rpc 'graphql",
    "unless": "",
    "needs": "",
    "becomes": "run"
  },
  {
    "verbs": "make perform send issue",
    "objects": "'options 'head 'trace",
    "unless": "",
    "needs": "'http 'https",
    "becomes": "read"
  },
  {
    "verbs": "send post submit",
    "objects": "'query 'queries 'question 'questions 'prompt",
    "unless": "'sql 'message 'email 'user 'chat",
    "needs": "",
    "becomes": "read"
  },
  {
    "verbs": "execute run perform",
    "objects": "'promql 'logql 'metrics 'metric 'kql 'influxql 'flux 'aql 'elasticsearch 'searches 'health 'probe",
    "unless": "'sql 'command 'script 'arangodb 'api",
    "needs": "",
    "becomes": "read"
  },
  {
    "verbs": "print",
    "objects": "'3mf 'stl 'gcode 'printer",
    "unless": "",
    "needs": "",
    "becomes": "run"
  },
  {
    "verbs": "sell buy trade",
    "objects": "'volume 'signal 'signals",
    "unless": "",
    "needs": "",
    "becomes": "read"
  },
  {
    "verbs": "continue step",
    "objects": "'execution 'debugger 'debugging 'code 'line",
    "unless": "",
    "needs": "",
    "becomes": "run"
  },
  {
    "verbs": "request",
    "objects": "'withdrawal 'withdrawals 'payout",
    "unless": "",
    "needs": "",
    "becomes": "money"
  },
  {
    "verbs": "make perform send issue",
    "objects": "'http 'https 'rest 'graphql 'raw 'request 'requests 'api",
    "unless": "'get",
    "needs": "",
    "becomes": "run"
  },
  {
    "verbs": "start begin initiate create new open",
    "objects": "'thinking 'planning 'session 'conversation 'timer 'tracking 'recording 'trace 'chat 'game 'battle 'auth 'authentication 'oauth 'login 'feature 'profiling 'screencast 'codegen 'transaction 'review 'interview 'journey 'elicitation",
    "unless": "'browser 'interactive 'shell 'terminal 'repl 'debug",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "stop end close finish",
    "objects": "'thinking 'planning 'conversation 'timer 'tracking 'recording 'trace 'chat 'game 'screencast 'codegen 'review",
    "unless": "",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "reset",
    "objects": "store",
    "unless": "",
    "needs": "",
    "becomes": "delete"
  },
  {
    "verbs": "open close select switch set resize refresh reload press activate clear dismiss accept launch",
    "objects": "'browser 'tab 'tabs 'page 'window 'windows 'viewport 'dialog 'element 'cursor 'mouse 'orientation 'simulator 'emulator 'device 'app 'terminal 'option 'dropdown",
    "unless": "'screenshot 'snapshot 'issue 'notion 'confluence 'wiki 'database 'default 'token 'setting 'settings 'policy 'metadata",
    "needs": "",
    "becomes": "actuate"
  },
  {
    "verbs": "set control adjust change turn toggle switch send handle",
    "objects": "'entity 'dialog 'volume 'playback 'thermostat 'brightness 'light 'lights 'lamp 'shuffle 'robot 'avatar 'hvac 'pv 'keys 'keystrokes 'key",
    "unless": "'value 'api 'ssh 'secret 'name 'translation",
    "needs": "",
    "becomes": "actuate"
  },
  {
    "verbs": "start stop pause resume",
    "objects": "'clock 'stopwatch",
    "unless": "",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "mute unmute",
    "objects": "'output 'mixer 'speaker 'speakers 'microphone 'mic 'audio 'sound 'volume 'bus",
    "unless": "",
    "needs": "",
    "becomes": "actuate"
  },
  {
    "verbs": "recall",
    "objects": "'scene 'preset 'presets 'snapshot",
    "unless": "'memory 'memories",
    "needs": "",
    "becomes": "actuate"
  },
  {
    "verbs": "close quit",
    "objects": "'application 'applications 'program",
    "unless": "'form 'job 'loan 'grant 'candidate",
    "needs": "",
    "becomes": "actuate"
  },
  {
    "verbs": "add play queue",
    "objects": "'queue 'playback",
    "unless": "",
    "needs": "",
    "becomes": "actuate"
  },
  {
    "verbs": "take capture make",
    "objects": "'screenshot 'screenshots 'snapshot 'photo 'screen",
    "unless": "",
    "needs": "",
    "becomes": "read"
  },
  {
    "verbs": "move",
    "objects": "'mouse 'cursor 'avatar 'robot 'arm 'bot 'joint",
    "unless": "",
    "needs": "",
    "becomes": "actuate"
  },
  {
    "verbs": "load",
    "objects": "web",
    "unless": "",
    "needs": "",
    "becomes": "actuate"
  },
  {
    "verbs": "add create update set modify change edit assign attach put upsert replace apply manage write",
    "objects": "'role 'roles 'permission 'permissions 'acl 'acls 'membership 'memberships 'collaborator 'collaborators 'privilege 'privileges 'iam 'rbac 'firewall 'access",
    "unless": "",
    "needs": "",
    "becomes": "access"
  },
  {
    "verbs": "add assign invite move",
    "objects": "'member 'members 'user 'users",
    "unless": "",
    "needs": "'group 'groups 'team 'teams 'organization 'org 'workspace 'project 'channel 'role 'member 'members",
    "becomes": "access"
  },
  {
    "verbs": "follow watch stream",
    "objects": "'log 'logs 'event 'events 'progress 'output 'stream",
    "unless": "",
    "needs": "",
    "becomes": "read"
  },
  {
    "verbs": "track",
    "objects": "'event 'events 'pageview 'signup 'conversion 'file 'files 'progress 'active 'time",
    "unless": "",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "request",
    "objects": "'review 'reviewers 'reviewer 'access 'approval",
    "unless": "",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "add sum",
    "objects": "'numbers 'integers 'two",
    "unless": "",
    "needs": "",
    "becomes": "compute"
  },
  {
    "verbs": "generate regenerate",
    "objects": "'key 'keys 'token 'tokens 'apikey 'credential 'credentials 'wallet 'wallets 'link 'invoice 'file",
    "unless": "",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "make build prepare draft design generate",
    "objects": "artifact",
    "unless": "'file 'files 'page 'database 'record 'document 'issue 'repository 'branch",
    "needs": "",
    "becomes": "compute"
  },
  {
    "verbs": "create make",
    "objects": "'diagram 'chart 'plot 'graph 'visualization 'visualisation 'mindmap 'qr 'qrcode 'mockup 'histogram 'heatmap",
    "unless": "'database 'knowledge 'entity",
    "needs": "",
    "becomes": "compute"
  },
  {
    "verbs": "generate",
    "objects": "media",
    "unless": "",
    "needs": "",
    "becomes": "write"
  },
  {
    "verbs": "rotate regenerate reset",
    "objects": "credential weak-credential",
    "unless": "",
    "needs": "",
    "becomes": "access"
  }
] as const;

export const phraseTable = {
  "irreversible": [
    "cannot be undone",
    "can not be undone",
    "can't be undone",
    "cannot be recovered",
    "cannot be reversed",
    "cannot be restored",
    "cannot be reverted",
    "cannot be cancelled",
    "not be undone",
    "not recoverable",
    "is|are irreversible",
    "irreversible action|operation|change",
    "irreversibly",
    "permanently delete|deletes|deleted|remove|removes|removed|erase|erases|destroy|destroys",
    "permanent deletion|removal",
    "this action is permanent",
    "no undo",
    "data loss",
    "discard|discards|discarding|losing all|any|local|uncommitted|unsaved changes|data|work|edits",
    "will|are|is be lost",
    "are|is lost",
    "lost forever",
    "不可恢复",
    "无法恢复",
    "不可逆",
    "永久",
    "irreversible",
    "no se puede deshacer",
    "kann nicht rückgängig",
    "não pode ser desfeita"
  ],
  "assures-reading": [
    "read only",
    "readonly",
    "does not modify|change|alter|write|mutate|update|affect|edit",
    "doesn't modify|change|alter|write|mutate|update|affect|edit",
    "do not modify|change|alter",
    "without modifying|changing|altering|writing",
    "no side effects|effect",
    "no changes are made",
    "nothing is changed|modified|written|saved|sent",
    "never modifies|changes|writes|deletes|executes",
    "only reads",
    "only select queries|statements",
    "select queries|statements only",
    "only returns",
    "只读",
    "nur lesend",
    "solo lectura",
    "lecture seule",
    "только чтение",
    "somente leitura"
  ],
  "names-every-one": [
    "all data",
    "all records|documents|rows|entries|items|messages|files|objects|vectors|points|executions|tables|keys|users|content|contents",
    "entire database|table|collection|index|project|workspace|folder|directory|history|graph|store|cluster",
    "every record|document|row|file|message|item|key|execution",
    "all of its|the|your",
    "all its|their|associated|related|contained|stored",
    "everything",
    "and its contents",
    "including all",
    "recursively",
    "in bulk",
    "所有",
    "全部",
    "批量"
  ],
  "overwrites": [
    "overwrite|overwrites|overwriting existing|the|any|an|a",
    "overwrite|overwrites",
    "replace|replaces the entire|whole|existing|current",
    "replaces existing|all",
    "will be overwritten|replaced|lost",
    "completely overwrites|replace|replaces",
    "覆盖"
  ],
  "in-bulk": [
    "in bulk",
    "multiple",
    "batch",
    "bulk",
    "many",
    "one or more",
    "批量"
  ],
  "stays-local": [
    "current|this session",
    "in memory",
    "for this conversation",
    "local|client side only",
    "session state|only",
    "scratchpad"
  ],
  "previews": [
    "dry run",
    "preview of",
    "without executing|running|applying|sending|saving",
    "does not execute|send|run|apply|submit|save|deploy",
    "will not execute|send|run|apply|submit|save",
    "not executed|sent|saved|submitted",
    "not actually",
    "simulation only"
  ]
} as const;

export const parameterTable = [
  {
    "kind": "shell",
    "exact": "command cmd shell_command bash shell commands cmdline command_line bash_command terminal_command",
    "ends": "shell_command shell_script"
  },
  {
    "kind": "code",
    "exact": "code script python_code javascript js_code source_code expression js javascript_code python python_script program code_snippet script_content cell_content snippet javascript_expression lua wasm apple_script applescript powershell lambda_code jxa",
    "ends": "python_code js_code source_code script_code script_content"
  },
  {
    "kind": "sql",
    "exact": "sql sql_query sql_statement cypher cypher_query statement ddl raw_sql sql_text query_sql sqlquery aql soql",
    "ends": "sql sql_query cypher_query sql_statement"
  },
  {
    "kind": "url",
    "exact": "url urls uri link website website_url page_url target_url webpage endpoint_url start_url site_url web_url links href web_page feed_url article_url base_url pdf_url",
    "ends": ""
  },
  {
    "kind": "path",
    "exact": "path file_path filepath filename file directory dir folder_path absolute_path local_path output_path source_path target_path destination_path file_name root_path dir_path directory_path paths file_paths input_path output_file save_path local_file_path destination downloads_dir output_dir output_directory repo_path folder project_path workspace_path",
    "ends": "file_path dir_path"
  },
  {
    "kind": "output-path",
    "exact": "output_file output_path output_dir output_directory output_folder output_filename output_file_name output_file_path out_file out_path out_dir outfile outdir save_path save_dir save_to save_as save_file save_location save_directory save_folder export_path export_dir export_file export_to download_path download_dir download_directory downloads_dir download_folder download_to write_to dump_path dump_file",
    "ends": "output_path output_file output_dir output_directory save_path"
  },
  {
    "kind": "html",
    "exact": "html html_content html_body raw_html",
    "ends": "html"
  },
  {
    "kind": "money",
    "exact": "amount value_in_wei amount_in sats units lamports",
    "ends": "_amount"
  },
  {
    "kind": "secret-value",
    "exact": "password secret private_key secret_value api_key apikey passphrase new_password client_secret mnemonic secret_key",
    "ends": "password secret private_key api_key"
  },
  {
    "kind": "selector",
    "exact": "action operation op command method mode verb task subcommand sub_command request_type operation_type action_type cmd intent function tool event change_type action_name operation_name act do type kind http_method step workflow_action",
    "ends": "action operation"
  },
  {
    "kind": "dry-run",
    "exact": "dry_run dryrun preview simulate validate_only check_only plan_only read_only is_dry_run test_mode what_if",
    "ends": "dry_run"
  },
  {
    "kind": "does-it",
    "exact": "auto_create auto_apply auto_save auto_deploy auto_execute auto_send auto_submit auto_run auto_commit auto_merge auto_publish apply",
    "ends": ""
  },
  {
    "kind": "role",
    "exact": "role roles role_id role_name permission permissions access_level privilege scopes acl",
    "ends": "role permission permissions role_id"
  },
  {
    "kind": "recipient",
    "exact": "recipient recipients to to_email phone phone_number chat_id channel_id recipient_id to_number email_to cc bcc jid recipient_email",
    "ends": "recipient"
  },
  {
    "kind": "definition",
    "exact": "yaml definition yaml_source flow_yaml workflow_json nodes manifest template source content spec body dag_code workflow",
    "ends": "yaml definition yaml_definition source"
  }
] as const;
